package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import java.io.IOException;
import java.nio.file.Path;

/** Compiles one module as the Maven plugin does. Its dependencies are not on the measured class path. */
public final class BuildTimeCompiler {

  private BuildTimeCompiler() {}

  /** Arguments: the folder, the module's path, the fixture's id. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Generator generator = new Generator(Config.builder()
        .withWasmFile(Path.of(args[1]))
        .withName(BuildTimeCompiler.class.getPackageName() + "." + className(args[2]))
        .withTargetClassFolder(folder)
        .withTargetSourceFolder(folder)
        .withTargetWasmFolder(folder)
        .build());
    generator.generateMetaWasm(generator.generateResources());
    generator.generateSources();
  }

  /** The class name used in the pom, for example {@code ApiEventModule} for {@code api-event}. */
  private static String className(String fixture) {
    StringBuilder name = new StringBuilder();
    for (String word : fixture.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.append("Module").toString();
  }
}
