package dev.coldstart.validation.hostile;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import dev.coldstart.validation.hostile.HostileModules.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main class of a process that gives modules to an adapter until they are instantiated, with an engine of its own
 * for each. It has the class path of the runtime and this class, so it needs nothing but the SPI.
 *
 * <p>Standard output has two lines for each module, before and after: {@code begin <number>} and {@code end <number>}
 * with the phase that it reached, the class of the failure and its message, separated by tabs. Both are empty if it
 * ran.
 */
final class ManyModules {

  static final String BEGIN = "begin";
  static final String END = "end";
  static final String RAN = "ran";

  private static final int MOST_CHARACTERS = 300;

  private ManyModules() {}

  /**
   * @param args the child's class, the folder with the sources, the seed, the first number, and the one after the last
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    // What an engine or a module prints must not look like a line of this protocol.
    System.setOut(System.err);
    Constructor<?> child = Class.forName(args[0]).getDeclaredConstructor();
    child.setAccessible(true);
    HostileModules modules = new HostileModules(sources(Path.of(args[1])), Long.parseLong(args[2]));
    for (int number = Integer.parseInt(args[3]); number < Integer.parseInt(args[4]); number++) {
      byte[] wasm = modules.module(number).wasm();
      out.println(BEGIN + "\t" + number);
      out.println(END + "\t" + number + "\t" + new Trial((ColdStart) child.newInstance()).result(wasm));
    }
    // An engine's threads may still run.
    Runtime.getRuntime().halt(0);
  }

  static List<Source> sources(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new Source(file.getFileName().toString().replace(".wasm", ""), Files.readAllBytes(file)));
    }
    return sources;
  }

  private static final class Trial {

    private final ColdStart child;
    private String phase = "load";

    Trial(ColdStart child) {
      this.child = child;
    }

    /** Whatever an engine throws is a result, even if the JVM's stack or heap was too small. */
    String result(byte[] wasm) {
      try {
        run(wasm);
        return RAN + "\t\t";
      } catch (Throwable failure) {
        return phase + "\t" + failure.getClass().getName() + "\t" + line(failure.getMessage());
      }
    }

    private void run(byte[] wasm) throws Exception {
      try (WasmRuntime runtime = child.open()) {
        phase = "parse";
        try (ParsedModule parsed = runtime.parse("hostile", wasm, null)) {
          phase = "compile";
          try (CompiledModule compiled = parsed.compile()) {
            phase = "instantiate";
            ColdStart.instantiate(runtime, compiled, ColdStart.READY, null).close();
            phase = "close";
          }
        }
      }
    }

    private static String line(String message) {
      String text = String.valueOf(message).replaceAll("\\s+", " ").strip();
      String ascii = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
      return ascii.substring(0, Math.min(ascii.length(), MOST_CHARACTERS));
    }
  }
}
