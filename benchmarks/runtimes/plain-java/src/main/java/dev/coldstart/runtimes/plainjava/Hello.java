package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.spi.HandlerInstance;

public final class Hello implements HandlerInstance {
  @Override
  public byte[] handle(byte[] event) {
    return "{\"statusCode\":200,\"body\":\"Hello, rust-lambda!\"}".getBytes(UTF_8);
  }
}
