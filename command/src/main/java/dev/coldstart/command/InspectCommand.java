package dev.coldstart.command;

import dev.coldstart.command.inspect.ModuleText;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.run.ModuleTrial;
import dev.coldstart.wasm.WasmFormatException;
import dev.coldstart.wasm.WasmModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "inspect",
    description = "Shows what a module contains, imports, exports and needs, and which runtimes can run it.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<module>", description = "the module, in the binary format")
  private Path module;

  @Option(names = "--only-read", description = "do not start it in the runtimes")
  private boolean onlyRead;

  @Option(names = "--timeout", converter = Converters.DurationConverter.class, defaultValue = "60s",
      paramLabel = "<time>", description = "how long one start may take [${DEFAULT-VALUE}]")
  private Duration timeout;

  @Override
  public Integer call() {
    byte[] bytes = EntryOptions.bytes(module);
    try {
      ModuleText.lines(WasmModule.of(bytes), bytes.length).forEach(System.out::println);
    } catch (WasmFormatException e) {
      throw new UserError(module + ": " + e.getMessage(), e);
    }
    if (!onlyRead) {
      System.out.println("started in each runtime, until it is ready:");
      ModuleTrial.of(ModuleOptions.of(module, new EntryOptions(), Checkout.find()), timeout,
          line -> System.out.println("  " + line));
    }
    return 0;
  }
}
