package dev.coldstart.spi;

/** A decoded and validated module. */
public interface ParsedModule extends AutoCloseable {

  /** Makes the module ready to be instantiated, to native code or bytecode where the configuration does so. */
  CompiledModule compile() throws Exception;

  @Override
  default void close() {}
}
