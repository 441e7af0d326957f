package dev.coldstart.wasm;

/** A file is no Wasm module, or a damaged one. The message says what is wrong and at which byte. */
public final class WasmFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  WasmFormatException(String message) {
    super(message);
  }
}
