package dev.coldstart.runtimes.plainjava;

/**
 * The event is not what the handler expects. It carries no reason: a parser's message would tie the response to that
 * parser, and the Wasm module has to answer the same bytes.
 */
final class MalformedEventException extends Exception {
  private static final long serialVersionUID = 1L;
}
