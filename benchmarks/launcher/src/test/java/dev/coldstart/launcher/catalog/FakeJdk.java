package dev.coldstart.launcher.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.nio.file.attribute.PosixFilePermissions;

/** An installation whose java is a shell script. */
record FakeJdk(Path home) {

  private static final String SAYS = "#!/bin/sh\necho 'openjdk version \"%s\" 2026-04-21' >&2\n";

  /** A full JDK. Its java prints the version that its release file states. */
  static FakeJdk at(Path home, String version) {
    return new FakeJdk(home).release("JAVA_RUNTIME_VERSION=\"" + version + "\"\nIMPLEMENTOR=\"A vendor\"\n")
        .program("java", String.format(SAYS, version.replaceFirst("\\+.*", "")))
        .program("jdeps", "")
        .program("jlink", "");
  }

  FakeJdk release(String text) {
    return write(home.resolve("release"), text);
  }

  FakeJdk program(String name, String script) {
    Path program = home.resolve("bin").resolve(name);
    write(program, script);
    try {
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  FakeJdk without(String... programs) {
    for (String program : Set.of(programs)) {
      delete(home.resolve("bin").resolve(program));
    }
    return this;
  }

  FakeJdk withoutRelease() {
    delete(home.resolve("release"));
    return this;
  }

  private FakeJdk write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
