package dev.coldstart.spi;

/**
 * What a module finds that imports WASI preview 1. The runtime's own implementation provides it, with this process's
 * standard input, output and error output as the module's: one way that every runtime knows.
 */
public final class Wasi {

  /** The name that modules import it from. */
  public static final String NAME = "wasi_snapshot_preview1";

  private final String[] arguments;
  private final String[] environment;
  private final String[] directories;
  private final FixedSources fixed;

  /**
   * @param arguments the first is the program's name
   * @param environment names, each followed by its value
   * @param directories paths as the module sees them, each followed by the real path
   * @param fixed null for the runtime's own clock and random numbers
   */
  public Wasi(String[] arguments, String[] environment, String[] directories, FixedSources fixed) {
    this.arguments = arguments;
    this.environment = environment;
    this.directories = directories;
    this.fixed = fixed;
  }

  public String[] arguments() {
    return arguments;
  }

  /** Names, each followed by its value. */
  public String[] environment() {
    return environment;
  }

  /** In place of the runtime's own clock and random numbers. Null for these. */
  public FixedSources fixed() {
    return fixed;
  }

  /** Paths as the module sees them, each followed by the real path. */
  public String[] directories() {
    return directories;
  }
}
