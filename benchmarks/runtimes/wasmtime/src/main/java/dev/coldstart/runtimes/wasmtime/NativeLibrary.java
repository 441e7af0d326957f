package dev.coldstart.runtimes.wasmtime;

import io.github.kawamuray.wasmtime.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This platform's native library in the jar of wasmtime-java. Not used during the measured time.
 *
 * @param bindingVersion version of wasmtime-java, which differs from the version of the Wasmtime in it
 */
record NativeLibrary(String bindingVersion, String resource) {

  /** The Rust compiler leaves crate paths in panic messages. The library's interface does not tell its version. */
  private static final Pattern WASMTIME_CRATE = Pattern.compile("wasmtime-(\\d+\\.\\d+\\.\\d+)(?=\\D)");

  private static final int PIECE = 1 << 20;

  /** The end of a piece that is searched again with the next piece, because a name may span both. */
  private static final int LONGEST_CRATE = 64;

  static NativeLibrary ofThisPlatform() {
    Properties meta = new Properties();
    try (InputStream in = Engine.class.getResourceAsStream("/wasmtime-java-meta.properties")) {
      meta.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of wasmtime-java does not tell its version", e);
    }
    String version = meta.getProperty("jnilib.version");
    return new NativeLibrary(version, "/" + fileName(version));
  }

  private static String fileName(String version) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    if (os.contains("windows")) {
      return "wasmtime_jni_" + version + "_windows_" + arch + ".dll";
    }
    return os.contains("mac")
        ? "libwasmtime_jni_" + version + "_macos_" + arch + ".dylib"
        : "libwasmtime_jni_" + version + "_linux_" + arch + ".so";
  }

  InputStream open() throws IOException {
    InputStream in = Engine.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("wasmtime-java " + bindingVersion + " has no native library " + resource);
    }
    return in;
  }

  /** Engine and version, for example {@code Wasmtime 7.0.1 (wasmtime-java 0.19.0)}. */
  String engine() {
    try (InputStream in = open()) {
      return "Wasmtime " + crateVersion(in) + " (wasmtime-java " + bindingVersion + ")";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads piece by piece, because the whole library does not fit into a small heap. */
  private static String crateVersion(InputStream in) throws IOException {
    String before = "";
    for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
      String text = before + new String(piece, StandardCharsets.ISO_8859_1);
      Matcher crate = WASMTIME_CRATE.matcher(text);
      if (crate.find()) {
        return crate.group(1);
      }
      before = text.substring(Math.max(0, text.length() - LONGEST_CRATE));
    }
    return "of unknown version";
  }
}
