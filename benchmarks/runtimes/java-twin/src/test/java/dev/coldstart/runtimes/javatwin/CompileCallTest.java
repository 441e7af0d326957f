package dev.coldstart.runtimes.javatwin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCallTest {

  @TempDir
  Path folder;

  private Path jar;

  @BeforeEach
  void makeJar() throws Exception {
    Path source = folder.resolve("Shout.java");
    Files.writeString(source,
        "package com.acme; public class Shout {" + " public static byte[] handle(byte[] e) throws java.io.IOException {"
            + " return new String(e).toUpperCase(java.util.Locale.ROOT).getBytes(); }"
            + " public static byte[] silent() { return null; } }");
    Path classes = Files.createDirectory(folder.resolve("user"));
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    jar = folder.resolve("my.jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("com/acme/Shout.class"));
      Files.copy(classes.resolve("com/acme/Shout.class"), entries);
    }
  }

  @Test
  void shouldAnswerWithTheUsersClass() throws Exception {
    Path prepared = Files.createDirectory(folder.resolve("prepared"));
    CompileCall.main(new String[] {prepared.toString(), "module.wasm", "x", jar.toString(), "com.acme.Shout"});
    Path event = Files.writeString(folder.resolve("event"), "hello");
    Path module = Files.write(folder.resolve("module"), new byte[0]);
    try (URLClassLoader loader = new ChildFirst(prepared)) {
      ColdStart child =
          (ColdStart) loader.loadClass(JavaTwinChild.class.getName()).getDeclaredConstructor().newInstance();
      byte[] response = child.firstResponse("x", module.toString(), event.toString(), ColdStart.HANDLER, "-");
      assertThat(new String(response, UTF_8)).isEqualTo("HELLO");
    }
  }

  @Test
  void shouldSayWhyAClassCannotBeCalled() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(CompileCall.compile("com.acme.Nobody", jar, classes))
        .startsWith("com.acme.Nobody in my.jar cannot be called as public static byte[] handle(byte[] event): ")
        .contains("Nobody");
    assertThat(CompileCall.compile("java.lang.String", jar, classes)).contains("cannot find symbol");
  }

  /** Loads the adapter's package from the prepared jars first, then from the folder of the tested classes. */
  private static final class ChildFirst extends URLClassLoader {

    ChildFirst(Path prepared) throws Exception {
      super(
          new URL[] {prepared.resolve("call.jar").toUri().toURL(), prepared.resolve("twin.jar").toUri().toURL(),
              JavaTwinChild.class.getProtectionDomain().getCodeSource().getLocation()},
          CompileCallTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(JavaTwinChild.class.getPackageName() + ".")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
