package dev.coldstart.ladder;

import dev.coldstart.wasm.ModuleWriter;
import java.util.List;
import java.util.Random;

/**
 * Writes the body of a function such as a compiler makes it: arithmetic on locals, loads and stores, calls, branches,
 * loops and jump tables, of an exact length. Valid, but not meant to be called.
 */
final class FunctionBody {

  /**
   * The types of functions, in turn: function {@code i} has type {@code i % TYPES.size()}. No i64 comes before another
   * parameter: for such a type, and tens of thousands of functions, Chicory 1.7.5's compiler makes a class that the JVM
   * rejects (VerifyError: Bad local variable type).
   */
  static final List<String> TYPES = List.of("(II)I", "(I)I", "(III)", "(IJ)J");

  /** The shortest body that still computes something. */
  static final int LEAST_BYTES = 24;

  /** Index of the type of imported functions: (I)I. */
  static final int IMPORTED = 1;

  /** A function's own locals: four i32, two i64 and two f64, after its parameters. */
  private static final int[] LOCALS = {3, 4, 0x7f, 2, 0x7e, 2, 0x7c};

  private static final int I32 = 4;
  private static final int PAIR = 2;
  private static final int DEPTH = 2;

  /** Longer than any statement without a block: an expression of depth 2 has at most 7 nodes. */
  private static final int PLAIN_BYTES = 80;

  /** Longer than a block's own bytes. */
  private static final int BLOCK_BYTES = PLAIN_BYTES + 40;

  private static final int MOST_IN_BLOCK = 240;
  private static final int MOST_OFFSET = 1024;

  /** {@code local.get, i32.const, i32.add, local.set}: the smallest statement. */
  private static final int FILL_BYTES = 7;

  private static final int[] ON_I32 = {0x6a, 0x6a, 0x6b, 0x6c, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76};
  private static final int[] ON_I64 = {0x7c, 0x7d, 0x7e, 0x83, 0x84, 0x85, 0x86, 0x88};
  private static final int[] ON_F64 = {0xa0, 0xa1, 0xa2, 0xa3};
  private static final int[] COMPARE = {0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4e};

  private final Random random;
  private final int firstFunction;
  private final int functions;
  private final int parameters;
  private final int intParameters;
  private final ModuleWriter out = new ModuleWriter();

  /**
   * @param firstFunction index of the first function of the module's own, after the imported ones
   * @param functions how many there are, each of which may be called
   */
  private FunctionBody(String type, Random random, int firstFunction, int functions) {
    this.random = random;
    this.firstFunction = firstFunction;
    this.functions = functions;
    parameters = type.indexOf(')') - 1;
    intParameters = (int) type.substring(0, parameters + 1).chars().filter(letter -> letter == 'I').count();
  }

  /**
   * @param number of the function among the module's own
   * @param bytes the exact length of the body, at least {@link #LEAST_BYTES}
   * @param imports how many imported functions of the type {@link #IMPORTED} there are; a function calls that with its
   * own number, if there is one
   */
  static ModuleWriter of(int number, int bytes, Random random, int imports, int functions) {
    String type = TYPES.get(number % TYPES.size());
    FunctionBody body = new FunctionBody(type, random, imports, functions);
    body.out.all(LOCALS);
    if (number < imports) {
      body.callImport(number);
    }
    ModuleWriter end = body.end(type);
    body.statements(bytes - end.size());
    body.out.all(end.bytes());
    return body.out;
  }

  /** Each type's first parameter is an i32. */
  private void callImport(int number) {
    out.all(0x20, 0, 0x10);
    out.number(number);
    set(0);
  }

  /** The result, if there is one. */
  private ModuleWriter end(String type) {
    ModuleWriter end = new ModuleWriter();
    if (type.endsWith("I")) {
      end.all(0x20, i32());
    } else if (type.endsWith("J")) {
      end.all(0x20, i64());
    }
    end.write(0x0b);
    return end;
  }

  /** Fills up to this size of the whole body. */
  private void statements(int until) {
    int left = until - out.size();
    while (left >= 2 * FILL_BYTES) {
      statement(left);
      left = until - out.size();
    }
    if (left >= FILL_BYTES) {
      fill();
    }
    while (out.size() < until) {
      out.write(0x01);
    }
  }

  private void statement(int room) {
    int kind = room >= BLOCK_BYTES ? random.nextInt(14) : random.nextInt(10);
    if (room < PLAIN_BYTES) {
      fill();
    } else if (kind < 3) {
      int32(DEPTH);
      set(i32());
    } else if (kind < 6) {
      address();
      int32(DEPTH);
      memory(0x36, 2);
    } else if (kind == 6) {
      int64(DEPTH);
      set(i64());
    } else if (kind == 7) {
      float64(DEPTH);
      set(f64());
    } else if (kind < 10) {
      call();
    } else {
      block(kind, Math.min(room - BLOCK_BYTES, MOST_IN_BLOCK));
    }
  }

  private void block(int kind, int room) {
    int inside = 1 + random.nextInt(Math.max(1, room));
    switch (kind) {
      case 10 -> branch(inside);
      case 11 -> loop(inside);
      case 12 -> jumpTable(inside);
      default -> stackFrame();
    }
  }

  private void branch(int inside) {
    condition();
    out.all(0x04, 0x40);
    statements(out.size() + inside / 2);
    out.write(0x05);
    statements(out.size() + inside / 2);
    out.write(0x0b);
  }

  private void loop(int inside) {
    int counter = i32();
    out.all(0x03, 0x40);
    statements(out.size() + inside);
    out.all(0x20, counter, 0x41, 0x7f, 0x6a, 0x22, counter, 0x0d, 0, 0x0b);
  }

  /** A switch with three cases and a default. */
  private void jumpTable(int inside) {
    out.all(0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x20, i32(), 0x0e, 2, 0, 1, 2, 0x0b);
    statements(out.size() + inside / 2);
    out.all(0x0c, 1, 0x0b);
    statements(out.size() + inside / 2);
    out.write(0x0b);
  }

  /** Takes memory from the stack, whose pointer is the first global. */
  private void stackFrame() {
    out.all(0x23, 0, 0x41, 0x10, 0x6b, 0x24, 0);
  }

  private void fill() {
    int local = i32();
    out.all(0x20, local, 0x41, 1 + random.nextInt(0x3f), 0x6a, 0x21, local);
  }

  private void call() {
    int callee = random.nextInt(functions);
    switch (callee % TYPES.size()) {
      case 0 -> {
        int32(1);
        int32(0);
        out.write(0x10);
        out.number(firstFunction + callee);
        set(i32());
      }
      case 1 -> {
        int32(1);
        out.write(0x10);
        out.number(firstFunction + callee);
        set(i32());
      }
      case 2 -> {
        int32(0);
        int32(1);
        int32(0);
        out.write(0x10);
        out.number(firstFunction + callee);
      }
      default -> {
        int32(0);
        int64(1);
        out.write(0x10);
        out.number(firstFunction + callee);
        set(i64());
      }
    }
  }

  private void int32(int depth) {
    int kind = depth == 0 ? random.nextInt(3) : 3 + random.nextInt(6);
    switch (kind) {
      case 0, 1 -> out.all(0x20, i32());
      case 2 -> {
        out.write(0x41);
        out.signed(constant());
      }
      case 3 -> {
        address();
        memory(0x28, 2);
      }
      case 4 -> {
        address();
        memory(0x2d, 0);
      }
      case 5 -> {
        int64(depth - 1);
        out.write(0xa7);
      }
      default -> {
        int32(depth - 1);
        int32(depth - 1);
        out.write(one(ON_I32));
      }
    }
  }

  private void int64(int depth) {
    if (depth == 0) {
      out.all(0x20, i64());
    } else if (random.nextInt(4) == 0) {
      address();
      memory(0x29, 3);
    } else {
      int64(depth - 1);
      int64(depth - 1);
      out.write(one(ON_I64));
    }
  }

  private void float64(int depth) {
    if (depth == 0) {
      out.all(0x20, f64());
    } else if (random.nextInt(4) == 0) {
      address();
      memory(0x2b, 3);
    } else {
      float64(depth - 1);
      float64(depth - 1);
      out.write(one(ON_F64));
    }
  }

  private void condition() {
    int32(1);
    int32(0);
    out.write(one(COMPARE));
  }

  private void address() {
    out.all(0x20, i32());
  }

  private void memory(int opcode, int alignment) {
    out.all(opcode, alignment);
    out.number(4L * random.nextInt(MOST_OFFSET));
  }

  private void set(int local) {
    out.all(0x21, local);
  }

  /** Most constants of compiled code are small. */
  private int constant() {
    return random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(256) - 64;
  }

  private int one(int[] opcodes) {
    return opcodes[random.nextInt(opcodes.length)];
  }

  private int i32() {
    int choice = random.nextInt(intParameters + I32);
    return choice < intParameters ? choice : choice - intParameters + parameters;
  }

  private int i64() {
    return parameters + I32 + random.nextInt(PAIR);
  }

  private int f64() {
    return parameters + I32 + PAIR + random.nextInt(PAIR);
  }
}
