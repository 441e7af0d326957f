package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

public final class Hello implements Handler {
  @Override
  public byte[] handle(byte[] event) {
    return "{\"statusCode\":200,\"body\":\"Hello, rust-lambda!\"}".getBytes(UTF_8);
  }
}
