package dev.coldstart.wasm;

import dev.coldstart.wasm.WasmModule.Export;
import dev.coldstart.wasm.WasmModule.Import;
import dev.coldstart.wasm.WasmModule.Kind;
import dev.coldstart.wasm.WasmModule.Limits;
import dev.coldstart.wasm.WasmModule.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Reads the sections of a module.
 *
 * <p>Source: the WebAssembly specification 3.0, section 5.5 (Modules).
 */
final class ModuleReader {

  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final byte[] VERSION_1 = {1, 0, 0, 0};
  private static final byte[] COMPONENT = {0x0d, 0, 1, 0};
  private static final String[] NAMES = {"custom", "type", "import", "function", "table", "memory", "global", "export",
      "start", "element", "code", "data", "data count", "tag"};
  private static final String CHANGES = " mut";
  private static final int MOST_PRODUCERS = 20;
  private static final int MOST_NAMES = 100_000;
  private static final int MOST_SECTIONS = 10_000;

  private final byte[] bytes;
  private final WasmModule.Parts parts = new WasmModule.Parts();
  private final List<String> types = new ArrayList<>();

  /** Descriptors of all functions, imported ones first. */
  private final List<String> functions = new ArrayList<>();

  /** Letters of all globals, imported ones first. */
  private final List<String> globals = new ArrayList<>();

  ModuleReader(byte[] bytes) {
    this.bytes = bytes;
  }

  WasmModule read() throws WasmFormatException {
    requireMagic();
    WasmBytes in = new WasmBytes(bytes);
    in.skip(MAGIC.length + VERSION_1.length);
    while (!in.isAtEnd()) {
      int id = in.u8();
      if (id >= NAMES.length) {
        throw in.failure("unknown section " + id);
      }
      int length = in.u32();
      if (length > in.left()) {
        throw in
            .failure("the section " + NAMES[id] + " has " + length + " bytes, but the file ends after " + in.left());
      }
      WasmBytes section = in.slice(length);
      String name = id == 0 ? section.name() : NAMES[id];
      if (parts.sections.size() >= MOST_SECTIONS) {
        throw in.failure("has more than " + MOST_SECTIONS + " sections");
      }
      parts.sections.add(new Section(name, length));
      section(id, name, section);
    }
    return parts.module();
  }

  private void requireMagic() throws WasmFormatException {
    if (bytes.length == 0) {
      throw new WasmFormatException("the file is empty");
    }
    if (!startsWith(MAGIC, 0)) {
      throw new WasmFormatException(looksLikeText()
          ? "it is Wasm in the text format; translate it to the binary format, for example with wat2wasm"
          : "it is not a Wasm module: it does not begin with the bytes 00 61 73 6d");
    }
    if (startsWith(COMPONENT, MAGIC.length)) {
      throw new WasmFormatException("it is a component, and the runtimes here take core modules only; take the core"
          + " module out of it, for example with wasm-tools component unbundle");
    }
    if (!startsWith(VERSION_1, MAGIC.length)) {
      throw new WasmFormatException("it is no module of version 1 of the binary format");
    }
  }

  private boolean startsWith(byte[] expected, int from) {
    return bytes.length >= from + expected.length
        && Arrays.equals(expected, 0, expected.length, bytes, from, from + expected.length);
  }

  private boolean looksLikeText() {
    String start = new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.UTF_8).strip();
    return start.startsWith("(module") || start.startsWith(";;") || start.startsWith("(;");
  }

  private void section(int id, String name, WasmBytes in) throws WasmFormatException {
    switch (id) {
      case 0 -> custom(name, in);
      case 1 -> types(in);
      case 2 -> imports(in);
      case 3 -> functions(in);
      case 4 -> tables(in);
      case 5 -> memories(in);
      case 6 -> globals(in);
      case 7 -> exports(in);
      case 8 -> parts.start = true;
      case 9 -> Segments.elements(in, parts.features);
      case 10 -> Segments.code(in, parts.features);
      case 11 -> Segments.data(in, parts.features);
      case 12 -> parts.features.add(Feature.BULK_MEMORY);
      default -> parts.features.add(Feature.EXCEPTIONS);
    }
  }

  /** A custom section must not make a module unreadable, so a faulty list of producers is passed over. */
  private void custom(String name, WasmBytes in) {
    if (!name.equals("producers")) {
      return;
    }
    try {
      int fields = in.count();
      for (int i = 0; i < fields; i++) {
        String field = in.name();
        int values = in.count();
        for (int k = 0; k < values; k++) {
          String producer = field + ": " + (in.name() + " " + in.name()).strip();
          if (parts.producers.size() < MOST_PRODUCERS) {
            parts.producers.add(producer);
          }
        }
      }
    } catch (WasmFormatException faulty) {
      parts.producers.add("unreadable: " + faulty.getMessage());
    }
  }

  private void types(WasmBytes in) throws WasmFormatException {
    int groups = in.count();
    for (int i = 0; i < groups; i++) {
      types.addAll(Arrays.asList(Types.group(in, parts.features)));
    }
  }

  private void imports(WasmBytes in) throws WasmFormatException {
    int count = names(in);
    for (int i = 0; i < count; i++) {
      String module = in.name();
      String name = in.name();
      Kind kind = kind(in);
      parts.imports.add(imported(module, name, kind, in));
    }
  }

  /** A count of imports or exports, with the limit that engines have. */
  private static int names(WasmBytes in) throws WasmFormatException {
    int count = in.count();
    if (count > MOST_NAMES) {
      throw in.failure("has " + count + " imports or exports, which is more than " + MOST_NAMES);
    }
    return count;
  }

  private static Kind kind(WasmBytes in) throws WasmFormatException {
    int kind = in.u8();
    if (kind >= Kind.values().length) {
      throw in.failure("unknown kind of import or export " + kind);
    }
    return Kind.values()[kind];
  }

  private Import imported(String module, String name, Kind kind, WasmBytes in) throws WasmFormatException {
    return switch (kind) {
      case FUNCTION -> {
        functions.add(type(in));
        yield new Import(module, name, kind, functions.get(functions.size() - 1), null);
      }
      case TABLE -> new Import(module, name, kind, String.valueOf(elementType(in)), limits(in));
      case MEMORY -> new Import(module, name, kind, "", memory(in));
      case GLOBAL -> {
        String type = globalType(in);
        if (type.endsWith(CHANGES)) {
          parts.features.add(Feature.MUTABLE_GLOBALS);
        }
        globals.add(type);
        yield new Import(module, name, kind, type, null);
      }
      case TAG -> {
        parts.features.add(Feature.EXCEPTIONS);
        in.u8();
        yield new Import(module, name, kind, type(in), null);
      }
    };
  }

  private String type(WasmBytes in) throws WasmFormatException {
    int index = in.u32();
    if (index >= types.size()) {
      throw in.failure("there is no type " + index);
    }
    if (types.get(index).isEmpty()) {
      throw in.failure("the type " + index + " is no function's");
    }
    return types.get(index);
  }

  private String globalType(WasmBytes in) throws WasmFormatException {
    char type = Types.value(in, parts.features);
    return in.u8() == 0 ? String.valueOf(type) : type + CHANGES;
  }

  private void functions(WasmBytes in) throws WasmFormatException {
    parts.functions = in.count();
    for (int i = 0; i < parts.functions; i++) {
      functions.add(type(in));
    }
  }

  private void tables(WasmBytes in) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      boolean hasValue = in.peek() == 0x40;
      if (hasValue) {
        in.skip(2);
        parts.features.add(Feature.TYPED_REFERENCES);
      }
      elementType(in);
      limits(in);
      if (hasValue) {
        new Instructions(in, parts.features).constant();
      }
    }
    if (count > 1) {
      parts.features.add(Feature.REFERENCE_TYPES);
    }
  }

  /** The letter of a table's elements. A table of functions is part of Wasm 1.0. */
  private char elementType(WasmBytes in) throws WasmFormatException {
    return Types.value(in, in.peek() == 0x70 ? EnumSet.noneOf(Feature.class) : parts.features);
  }

  private Limits limits(WasmBytes in) throws WasmFormatException {
    int flags = in.u8();
    long least = in.u64();
    long most = (flags & 1) == 0 ? -1 : in.u64();
    boolean wide = (flags & 4) != 0;
    if (wide) {
      parts.features.add(Feature.MEMORY64);
    }
    return new Limits(least, most, (flags & 2) != 0, wide);
  }

  private void memories(WasmBytes in) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      memory(in);
    }
  }

  private Limits memory(WasmBytes in) throws WasmFormatException {
    Limits limits = limits(in);
    parts.memories.add(limits);
    if (limits.shared()) {
      parts.features.add(Feature.THREADS);
    }
    if (parts.memories.size() > 1) {
      parts.features.add(Feature.MULTI_MEMORY);
    }
    return limits;
  }

  private void globals(WasmBytes in) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      globals.add(globalType(in));
      new Instructions(in, parts.features).constant();
    }
  }

  private void exports(WasmBytes in) throws WasmFormatException {
    int count = names(in);
    for (int i = 0; i < count; i++) {
      String name = in.name();
      Kind kind = kind(in);
      int index = in.u32();
      parts.exports.add(new Export(name, kind, exported(kind, index, in)));
    }
  }

  private String exported(Kind kind, int index, WasmBytes in) throws WasmFormatException {
    List<String> declared = kind == Kind.FUNCTION ? functions : kind == Kind.GLOBAL ? globals : null;
    if (declared == null) {
      return "";
    }
    if (index >= declared.size()) {
      throw in.failure("an export names the " + kind.words() + " " + index + ", which does not exist");
    }
    if (kind == Kind.GLOBAL && declared.get(index).endsWith(CHANGES)) {
      parts.features.add(Feature.MUTABLE_GLOBALS);
    }
    return declared.get(index);
  }
}
