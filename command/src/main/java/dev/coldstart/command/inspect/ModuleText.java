package dev.coldstart.command.inspect;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.wasm.Feature;
import dev.coldstart.wasm.WasmModule.Export;
import dev.coldstart.wasm.WasmModule.Import;
import dev.coldstart.wasm.WasmModule.Kind;
import dev.coldstart.wasm.WasmModule.Limits;
import dev.coldstart.wasm.WasmModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a module says about itself, in lines. Names in it are a stranger's, and are made safe to print. */
public final class ModuleText {

  /** A module may have tens of thousands of imports or exports. */
  private static final int MOST_NAMES = 200;

  private static final int MOST_CHARACTERS = 120;
  private static final long PAGE_BYTES = 64 << 10;

  private final List<String> lines = new ArrayList<>();

  /** @param bytes the size of the file */
  public static List<String> lines(WasmModule module, int bytes) {
    ModuleText text = new ModuleText();
    text.lines.add("size: " + Format.count(bytes, "byte", "bytes") + ", "
        + Format.count(module.functions(), "function", "functions")
        + (module.start() ? ", one of which runs when the module is instantiated" : ""));
    text.section("sections",
        module.sections()
            .stream()
            .map(section -> String.format(Locale.ROOT, "%,12d bytes  %s", section.bytes(), safe(section.name()))));
    text.section("memory", module.memories().stream().map(ModuleText::memory));
    text.section("imports", module.imports().stream().map(ModuleText::imported));
    text.section("exports", module.exports().stream().map(ModuleText::exported));
    text.section("made by", module.producers().stream().map(ModuleText::safe));
    text.section("needs, beyond Wasm 1.0", module.features().stream().map(Feature::words));
    return text.lines;
  }

  private void section(String title, Stream<String> entries) {
    List<String> all = entries.toList();
    lines.add(all.isEmpty() ? title + ": nothing" : title + ":");
    all.stream().limit(MOST_NAMES).map(entry -> "  " + entry).forEach(lines::add);
    if (all.size() > MOST_NAMES) {
      lines.add("  and " + (all.size() - MOST_NAMES) + " more");
    }
  }

  private static String memory(Limits limits) {
    return limits.least() + " pages (" + mebibytes(limits.least()) + ")"
        + (limits.most() < 0 ? ", may grow" : ", may grow to " + limits.most() + " (" + mebibytes(limits.most()) + ")")
        + (limits.shared() ? ", shared" : "") + (limits.wide() ? ", 64-bit" : "");
  }

  private static String mebibytes(long pages) {
    return String.format(Locale.ROOT, "%,.1f MiB", pages * (double) PAGE_BYTES / (1 << 20));
  }

  private static String imported(Import one) {
    String name = one.module() + "." + one.name();
    return switch (one.kind()) {
      case FUNCTION -> safe(Entry.words(new Export(name, Kind.FUNCTION, one.type())));
      case GLOBAL -> safe(name) + ": global " + (one.type().endsWith("mut") ? "that changes" : "constant");
      case MEMORY, TABLE -> safe(name) + ": " + one.kind().words() + ", " + one.limits().least()
          + (one.limits().most() < 0 ? " or more" : " to " + one.limits().most());
      case TAG -> safe(name) + ": tag";
    };
  }

  private static String exported(Export one) {
    return one.kind() == Kind.FUNCTION ? safe(Entry.words(one)) : safe(one.name()) + ": " + one.kind().words();
  }

  private static String safe(String text) {
    return SafeText.start(text, MOST_CHARACTERS);
  }
}
