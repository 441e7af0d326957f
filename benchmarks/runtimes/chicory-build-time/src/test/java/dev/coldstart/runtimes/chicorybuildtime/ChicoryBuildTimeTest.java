package dev.coldstart.runtimes.chicorybuildtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.RuntimeContract;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChicoryBuildTimeTest extends RuntimeContract {

  private static final Map<String, ColdStart> CHILDREN = new HashMap<>();

  @TempDir
  static Path prepared;

  /** One loader for each fixture, because the generated classes have the same names for all modules. */
  @Override
  protected ColdStart child(Fixture fixture) throws Exception {
    ColdStart child = CHILDREN.get(fixture.id());
    if (child == null) {
      Path folder = Files.createDirectory(prepared.resolve(fixture.id()));
      DescribedConfiguration.named("build-time").prepare(folder, fixture.module(), fixture.id());
      // Not closed: the child loads classes until the last test has ended.
      child = (ColdStart) new ChildFirst(folder.resolve(BuildTimeCompiler.JAR))
          .loadClass(ChicoryBuildTimeChild.class.getName())
          .getDeclaredConstructor()
          .newInstance();
      CHILDREN.put(fixture.id(), child);
    }
    return child;
  }

  @Override
  protected ColdStart child() {
    return new ChicoryBuildTimeChild();
  }

  @Test
  void shouldSayThatNoModuleWasCompiled() {
    assertThatThrownBy(() -> open().parse("unknown", new byte[0], null))
        .hasMessageContaining("no module was compiled beforehand");
  }

  /** Loads the adapter's package from the jar first, then from the folder of the tested classes. */
  private static final class ChildFirst extends URLClassLoader {

    ChildFirst(Path jar) throws Exception {
      super(
          new URL[] {jar.toUri().toURL(),
              ChicoryBuildTimeChild.class.getProtectionDomain().getCodeSource().getLocation()},
          ChicoryBuildTimeTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ChicoryBuildTimeChild.class.getPackageName() + ".")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }

    @Override
    public URL getResource(String name) {
      return findResource(name);
    }
  }
}
