package dev.coldstart.wasm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a module says about itself.
 *
 * @param sections in the module's order
 * @param functions how many functions it defines
 * @param start whether a function runs when it is instantiated
 * @param producers the tools that made it, each as {@code <field>: <name> <version>}, by its own account
 * @param features what it needs beyond Wasm 1.0
 */
public record WasmModule(List<Section> sections, List<Import> imports, List<Export> exports, List<Limits> memories,
    int functions, boolean start, List<String> producers, Set<Feature> features) {

  /** What an import or export is. */
  public enum Kind {
    FUNCTION,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG;

    /** The name in a sentence. */
    public String words() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** @param name of a custom section its own, else that of the specification */
  public record Section(String name, int bytes) {}

  /**
   * @param type of a function its descriptor, such as {@code (IJ)F}; of a global its letter, followed by {@code mut} if
   * it can change; of a table the letter of its elements; else empty
   * @param limits of a memory or table; null for anything else
   */
  public record Import(String module, String name, Kind kind, String type, Limits limits) {}

  /** @param type as of an import; empty for tables and tags */
  public record Export(String name, Kind kind, String type) {}

  /**
   * The size of a memory, in pages of 64 KiB, or of a table, in elements.
   *
   * @param most negative if it may grow to what the runtime allows
   * @param shared whether threads may share it
   * @param wide whether its addresses have 64 bits
   */
  public record Limits(long least, long most, boolean shared, boolean wide) {}

  /**
   * Reads a module.
   *
   * @throws WasmFormatException if the bytes are not a module in the binary format, version 1
   */
  public static WasmModule of(byte[] bytes) throws WasmFormatException {
    return new ModuleReader(bytes).read();
  }

  /** The export with that name. */
  public Optional<Export> export(String name) {
    return exports.stream().filter(export -> export.name().equals(name)).findFirst();
  }

  /** The exported function with that name. */
  public Optional<Export> function(String name) {
    return export(name).filter(export -> export.kind() == Kind.FUNCTION);
  }

  /** The parts that a reader collects. */
  static final class Parts {
    final List<Section> sections = new ArrayList<>();
    final List<Import> imports = new ArrayList<>();
    final List<Export> exports = new ArrayList<>();
    final List<Limits> memories = new ArrayList<>();
    final List<String> producers = new ArrayList<>();
    final Set<Feature> features = EnumSet.noneOf(Feature.class);
    int functions;
    boolean start;

    WasmModule module() {
      return new WasmModule(List.copyOf(sections), List.copyOf(imports), List.copyOf(exports), List.copyOf(memories),
          functions, start, List.copyOf(producers), features);
    }
  }
}
