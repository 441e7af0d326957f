package dev.coldstart.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a module that is being written, or of a part of one.
 *
 * <p>Source: the WebAssembly specification 3.0, chapter 5 (Binary Format).
 */
public final class ModuleWriter {

  private static final int FUNCTION_TYPE = 0x60;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes a section's content. */
  public interface Content {
    void to(ModuleWriter section);
  }

  /** Begins a module, with the bytes that every module begins with. */
  public static ModuleWriter ofModule() {
    ModuleWriter module = new ModuleWriter();
    module.all(0, 'a', 's', 'm', 1, 0, 0, 0);
    return module;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  public int size() {
    return bytes.size();
  }

  public void write(int one) {
    bytes.write(one);
  }

  public void all(int... several) {
    for (int one : several) {
      bytes.write(one);
    }
  }

  /** Raw bytes. */
  public void all(byte[] several) {
    bytes.writeBytes(several);
  }

  /** An unsigned number. */
  public void number(long unsigned) {
    long left = unsigned;
    while (left >= 0x80) {
      bytes.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  /** A number in the signed form. Its last byte's sixth bit is its sign. */
  public void signed(long number) {
    long left = number;
    while (left >= 0x40 || left < -0x40) {
      bytes.write((int) (left & 0x7f) | 0x80);
      left >>= 7;
    }
    bytes.write((int) (left & 0x7f));
  }

  public void section(int id, Content content) {
    ModuleWriter section = new ModuleWriter();
    content.to(section);
    bytes.write(id);
    body(section);
  }

  /** Bytes with their length before them. */
  public void body(ModuleWriter content) {
    number(content.size());
    bytes.writeBytes(content.bytes());
  }

  /** A name with its length before it. */
  public void name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  public void export(String name, int kind, int index) {
    name(name);
    bytes.write(kind);
    number(index);
  }

  /** A function's type, given as its descriptor, see {@link WasmModule.Import}. */
  public void type(String descriptor) {
    int end = descriptor.indexOf(')');
    write(FUNCTION_TYPE);
    values(descriptor.substring(1, end));
    values(descriptor.substring(end + 1));
  }

  private void values(String letters) {
    number(letters.length());
    letters.chars().forEach(letter -> write(code((char) letter)));
  }

  /** The byte of a value's type. */
  static int code(char letter) {
    return switch (letter) {
      case 'I' -> 0x7f;
      case 'J' -> 0x7e;
      case 'F' -> 0x7d;
      case 'D' -> 0x7c;
      case 'V' -> 0x7b;
      case 'P' -> 0x70;
      default -> 0x6f;
    };
  }
}
