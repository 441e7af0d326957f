package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import com.dylibso.chicory.compiler.InterpreterFallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Compiles a module into a jar, as Chicory's Maven plugin compiles it into a module of a build. Its dependencies are
 * not on the measured class path.
 *
 * <p>The generated classes have the same names for every module, so the adapter needs no reflection to find them:
 * {@code Prepared} and {@link PreparedMachine}.
 */
public final class BuildTimeCompiler {

  /** The file in the folder that is filled. */
  static final String JAR = "module.jar";

  private BuildTimeCompiler() {}

  /** Arguments: the folder to fill, the module's path, the fixture's id. */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0], "classes");
    Generator generator = new Generator(Config.builder()
        .withWasmFile(Path.of(args[1]))
        .withName(BuildTimeCompiler.class.getPackageName() + ".Prepared")
        .withTargetClassFolder(classes)
        .withTargetSourceFolder(Path.of(args[0], "sources"))
        .withTargetWasmFolder(classes)
        // A function too long for a Java method stays interpreted, and Chicory reports that on standard error.
        .withInterpreterFallback(InterpreterFallback.WARN)
        .build());
    generator.generateMetaWasm(generator.generateResources());
    pack(classes, Path.of(args[0], JAR));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (Stream<Path> found = Files.walk(classes);
      OutputStream out = Files.newOutputStream(jar);
      JarOutputStream entries = new JarOutputStream(out)) {
      List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
