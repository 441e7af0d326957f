package dev.coldstart.command;

import dev.coldstart.command.inspect.ModuleText;
import dev.coldstart.launcher.UserError;
import dev.coldstart.wasm.WasmFormatException;
import dev.coldstart.wasm.WasmModule;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect",
    description = "Shows what a module contains, imports, exports and needs. Nothing of it is run.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<module>", description = "the module, in the binary format")
  private Path module;

  @Override
  public Integer call() {
    byte[] bytes = EntryOptions.bytes(module);
    try {
      ModuleText.lines(WasmModule.of(bytes), bytes.length).forEach(System.out::println);
      return 0;
    } catch (WasmFormatException e) {
      throw new UserError(module + ": " + e.getMessage(), e);
    }
  }
}
