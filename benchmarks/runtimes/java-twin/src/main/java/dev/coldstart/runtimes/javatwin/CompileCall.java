package dev.coldstart.runtimes.javatwin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles {@link PreparedCall} anew, as a class that calls the user's, and copies the user's jar. A call by reflection
 * would make plain Java's start slower by a tenth: see {@link dev.coldstart.child.ColdStart}.
 */
public final class CompileCall {

  private static final String CALL = "call.jar";
  private static final String TWIN = "twin.jar";

  /** The class that is compiled. The build keeps the one that it stands for out of the jar. */
  private static final String CALL_CLASS = "PreparedCall";
  private static final String PACKAGE = CompileCall.class.getPackageName();

  private CompileCall() {}

  /** Arguments: the folder to fill, the module's path and the fixture's id, both unused, the user's jar, its class. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path jar = Path.of(args[3]);
    String failure = compile(args[4], jar, Files.createDirectory(folder.resolve("classes")));
    if (failure != null) {
      System.err.println(failure);
      System.exit(1);
    }
    String entry = (PACKAGE + "." + CALL_CLASS).replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(folder.resolve(CALL));
      JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(entry));
      Files.copy(folder.resolve("classes").resolve(entry), entries);
      entries.closeEntry();
    }
    Files.copy(jar, folder.resolve(TWIN));
  }

  /** Compiles the class that calls the user's. Returns why that failed, or null. */
  static String compile(String type, Path jar, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return "this JDK has no compiler: use one with the module jdk.compiler";
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp",
        System.getProperty("java.class.path") + System.getProperty("path.separator") + jar);
    if (compiler.getTask(null, null, said, options, null, List.of(new Source(type))).call()) {
      return null;
    }
    return type + " in " + jar.getFileName() + " cannot be called as public static byte[] handle(byte[] event): "
        + said.getDiagnostics()
            .stream()
            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
            .map(one -> one.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
            .distinct()
            .collect(Collectors.joining("; "));
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String type) {
      super(URI.create("string:///" + CALL_CLASS + Kind.SOURCE.extension), Kind.SOURCE);
      text = "package " + PACKAGE + ";\n" + "final class " + CALL_CLASS
          + " implements dev.coldstart.spi.HandlerInstance {\n"
          + "  public byte[] handle(byte[] event) throws Exception {\n    return " + type + ".handle(event);\n  }\n}\n";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
