package dev.coldstart.runtimes.plainjava;

/**
 * The event is malformed. There is no reason text: a parser's message would tie the response to that parser, but the
 * Wasm module must answer the same bytes.
 */
final class MalformedEventException extends Exception {
  private static final long serialVersionUID = 1L;
}
