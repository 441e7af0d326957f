package dev.coldstart.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes modules byte by byte. */
final class SampleModule {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  SampleModule() {
    bytes.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
  }

  /** Adds a section. */
  SampleModule with(int id, int... content) {
    bytes.write(id);
    bytes.write(content.length);
    for (int one : content) {
      bytes.write(one);
    }
    return this;
  }

  /** Adds a function of the type {@code () -> ()} with these instructions. */
  static SampleModule withBody(int... instructions) {
    int[] code = new int[instructions.length + 4];
    code[0] = 1;
    code[1] = instructions.length + 2;
    System.arraycopy(instructions, 0, code, 3, instructions.length);
    code[code.length - 1] = 0x0b;
    return new SampleModule().with(1, 1, 0x60, 0, 0).with(3, 1, 0).with(10, code);
  }

  /** A name with its length before it. */
  static int[] name(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int[] name = new int[utf8.length + 1];
    name[0] = utf8.length;
    for (int i = 0; i < utf8.length; i++) {
      name[i + 1] = utf8[i] & 0xff;
    }
    return name;
  }

  /** Several pieces in a row. */
  static int[] joined(int[]... pieces) {
    return java.util.Arrays.stream(pieces).flatMapToInt(java.util.Arrays::stream).toArray();
  }

  static int[] bytes(int... bytes) {
    return bytes;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
