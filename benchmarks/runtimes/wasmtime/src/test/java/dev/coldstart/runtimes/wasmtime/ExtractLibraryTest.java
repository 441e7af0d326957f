package dev.coldstart.runtimes.wasmtime;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractLibraryTest {

  @TempDir
  Path prepared;

  @TempDir
  Path temporary;

  @Test
  void shouldExtractTheLibraryAsTheJarHoldsIt() throws Exception {
    ExtractLibrary.main(new String[] {prepared.toString()});
    try (InputStream shipped = NativeLibrary.ofThisPlatform().open()) {
      assertThat(prepared.resolve(System.mapLibraryName("wasmtime_jni"))).hasBinaryContent(shipped.readAllBytes());
    }
  }

  @Test
  void shouldSaveAJvmFromUnpackingTheLibraryItself() throws Exception {
    ExtractLibrary.main(new String[] {prepared.toString()});
    Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.library.path=" + prepared, "-Djava.io.tmpdir=" + temporary, "-cp",
        System.getProperty("java.class.path"), OpenEngine.class.getName()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(jvm.waitFor(1, MINUTES)).as("ended in time").isTrue();
    assertThat(jvm.exitValue()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  /** Only loads the native library. */
  static final class OpenEngine {
    public static void main(String[] args) {
      new WasmtimeJni().close();
    }
  }
}
