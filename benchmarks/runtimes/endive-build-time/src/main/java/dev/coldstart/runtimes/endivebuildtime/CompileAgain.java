package dev.coldstart.runtimes.endivebuildtime;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a module compiled as the build did, so that time and size of that work are known for each fixture. A launch uses
 * what is in the jar, which is the same bytes. The compiler stands beside the measured class path, in its own folder.
 */
public final class CompileAgain {

  private static final String COMPILER = "coldstart.endive.build-time-compiler";

  private CompileAgain() {}

  /** Arguments: the folder, the module's path, the fixture's id. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> compiler = loader.loadClass(CompileAgain.class.getPackageName() + ".BuildTimeCompiler");
      compiler.getMethod("main", String[].class).invoke(null, (Object) args);
    }
  }

  /** This JVM's, and the compiler's. */
  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    for (File jar : new File(System.getProperty(COMPILER)).listFiles()) {
      urls.add(jar.toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
