package dev.coldstart.ladder;

import dev.coldstart.wasm.ModuleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A module of a shape and size. The same shape and size give the same bytes: {@link Random} is specified to the bit,
 * and nothing else is drawn from.
 *
 * <p>It needs nothing beyond Wasm 1.0, and it imports functions only: Wasmtime's Java API has no tables and globals to
 * give.
 */
final class LadderModule {

  private static final int PAGE_BYTES = 1 << 16;

  /** As linkers do, data is split; into segments of this size at most. */
  private static final int SEGMENT_BYTES = 1 << 16;

  /** Bytes of all sections besides the functions, data and names that make up the shape. */
  private static final int FRAME_BYTES = 110;

  /** Compiled functions differ in length; these are mostly short, as those of languages with small methods. */
  private static final int LEAST_FUNCTION = 40;
  private static final int FUNCTION_SPREAD = 160;

  /** As long as the main loop of an interpreter, which is among the longest functions that compilers make. */
  private static final int HUGE_FUNCTION = 64_000;
  private static final int FEWEST_HUGE = 4;
  private static final int FUNCTIONS_OF_DATA = 3;
  private static final int FUNCTION_OF_DATA = 60;

  /**
   * As long as the mangled names of C++ and Rust. With shorter names and functions, 10 MB would hold more imports and
   * exports than Wasmtime 7 takes: all their types together may have 100,000 parts.
   */
  private static final int LEAST_NAME = 80;
  private static final int NAME_SPREAD = 140;
  private static final int GLUE_FUNCTION = 370;
  private static final int SHORTEST_NAME = 16;
  private static final int IN_TABLE = 16;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789";

  private final Random random;

  /** Lengths of the bodies. */
  private final List<Integer> bodies = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private final List<String> exports = new ArrayList<>();

  private LadderModule(Random random) {
    this.random = random;
  }

  static byte[] of(Shape shape, int bytes) {
    LadderModule module = new LadderModule(new Random(31L * shape.ordinal() + bytes));
    int left = bytes - FRAME_BYTES;
    switch (shape) {
      case FUNCTIONS -> module.manyFunctions(left);
      case HUGE -> module.hugeFunctions(left);
      case DATA -> module.data(left);
      case NAMES -> module.names(left);
    }
    return module.bytes();
  }

  private void functions(int count, int bytes) {
    for (int i = 0; i < count; i++) {
      bodies.add(bytes);
    }
  }

  /** A few, of the same length. */
  private void hugeFunctions(int bytes) {
    int count = Math.max(FEWEST_HUGE, bytes / HUGE_FUNCTION);
    functions(count, bytes / count - 4);
  }

  private void manyFunctions(int bytes) {
    int left = bytes;
    while (left > 0) {
      int body = LEAST_FUNCTION + random.nextInt(FUNCTION_SPREAD);
      // What would be left is too short for a function of its own.
      body = left - body < 2 * LEAST_FUNCTION ? Math.max(LEAST_FUNCTION, left - 3) : body;
      bodies.add(body);
      // Its type, and its length before it.
      left -= body + (body < 0x80 ? 2 : 3);
    }
  }

  private void data(int bytes) {
    functions(FUNCTIONS_OF_DATA, FUNCTION_OF_DATA);
    int left = bytes - FUNCTIONS_OF_DATA * (FUNCTION_OF_DATA + 2);
    while (left > 0) {
      int segment = Math.min(left, SEGMENT_BYTES);
      segments.add(segment);
      left -= segment + 8;
    }
  }

  /** As many imports as exports. Each exported function calls its import. */
  private void names(int bytes) {
    int left = bytes;
    while (left > 0) {
      int room = left / 2;
      String imported = name(room);
      String exported = name(room);
      imports.add(imported);
      exports.add(exported);
      left -= imported.length() + exported.length() + 20;
      int body = Math.max(FunctionBody.LEAST_BYTES, Math.min(GLUE_FUNCTION, left));
      bodies.add(body);
      left -= body + 3;
    }
  }

  /** @param most the longest length, unless it is very short */
  private String name(int most) {
    StringBuilder name = new StringBuilder("_ZN");
    int length = Math.min(LEAST_NAME + random.nextInt(NAME_SPREAD), Math.max(SHORTEST_NAME, most));
    while (name.length() < length) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  private byte[] bytes() {
    ModuleWriter out = ModuleWriter.ofModule();
    out.section(1, this::types);
    if (!imports.isEmpty()) {
      out.section(2, this::imports);
    }
    out.section(3, section -> {
      section.number(bodies.size());
      for (int i = 0; i < bodies.size(); i++) {
        section.number(i % FunctionBody.TYPES.size());
      }
    });
    out.section(4, section -> section.all(1, 0x70, 0, IN_TABLE));
    out.section(5, section -> {
      section.all(1, 0);
      section.number(2 + segments.stream().mapToInt(Integer::intValue).sum() / PAGE_BYTES);
    });
    out.section(6, section -> {
      section.all(1, 0x7f, 1, 0x41);
      section.signed(PAGE_BYTES);
      section.write(0x0b);
    });
    out.section(7, this::exports);
    out.section(9, this::elements);
    out.section(10, this::code);
    if (!segments.isEmpty()) {
      out.section(11, this::data);
    }
    return out.bytes();
  }

  private void types(ModuleWriter section) {
    section.number(FunctionBody.TYPES.size());
    FunctionBody.TYPES.forEach(section::type);
  }

  private void imports(ModuleWriter section) {
    section.number(imports.size());
    for (String name : imports) {
      section.name("env");
      section.name(name);
      section.all(0, FunctionBody.IMPORTED);
    }
  }

  private void exports(ModuleWriter section) {
    section.number(exports.size() + 2);
    section.export("memory", 2, 0);
    section.export("run", 0, imports.size());
    for (int i = 0; i < exports.size(); i++) {
      section.export(exports.get(i), 0, imports.size() + i);
    }
  }

  private void elements(ModuleWriter section) {
    int count = Math.min(IN_TABLE, bodies.size());
    section.all(1, 0, 0x41, 0, 0x0b);
    section.number(count);
    for (int i = 0; i < count; i++) {
      section.number(imports.size() + i);
    }
  }

  private void code(ModuleWriter section) {
    section.number(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      section.body(FunctionBody.of(i, bodies.get(i), random, imports.size(), bodies.size()));
    }
  }

  private void data(ModuleWriter section) {
    section.number(segments.size());
    int at = PAGE_BYTES;
    for (int segment : segments) {
      section.all(0, 0x41);
      section.signed(at);
      section.write(0x0b);
      section.number(segment);
      section.all(content(segment));
      at += segment;
    }
  }

  /** Half text, half tables of small numbers. */
  private byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      boolean isText = i / 256 % 2 == 0;
      content[i] =
          (byte) (isText ? LETTERS.charAt(random.nextInt(LETTERS.length())) : i % 4 == 0 ? random.nextInt(256) : 0);
    }
    return content;
  }
}
