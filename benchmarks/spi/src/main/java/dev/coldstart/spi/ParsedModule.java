package dev.coldstart.spi;

/** A decoded and validated module. */
public interface ParsedModule extends AutoCloseable {

  /** Prepares the module for instantiation. Compiles to native code or bytecode if the configuration does so. */
  CompiledModule compile() throws Exception;

  @Override
  default void close() {}
}
