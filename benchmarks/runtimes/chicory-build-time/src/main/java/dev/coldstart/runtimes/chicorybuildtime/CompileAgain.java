package dev.coldstart.runtimes.chicorybuildtime;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles a module as the build did, to record the time and the output size for each fixture. A launch uses the
 * classes in the jar, which are the same bytes. The compiler is in its own folder, not on the measured class path.
 */
public final class CompileAgain {

  private static final String COMPILER = "coldstart.chicory.build-time-compiler";

  private CompileAgain() {}

  /** Arguments: the folder, the module's path, the fixture's id. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> compiler = loader.loadClass(CompileAgain.class.getPackageName() + ".BuildTimeCompiler");
      compiler.getMethod("main", String[].class).invoke(null, (Object) args);
    }
  }

  /** The class path of this JVM plus the compiler's jars. */
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
