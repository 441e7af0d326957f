package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what was once looked at and found right. {@code scripts/renew-goldens} writes them anew; what changed
 * is then in the diff, to be looked at before it is committed.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/coldstart/report");
  private static final String RENEW = "golden.renew";

  private Golden() {}

  /** Fails where a text is not what its file holds, or renews the file where that was asked for. */
  public static void check(String file, String text) {
    Path golden = FOLDER.resolve(file);
    try {
      if (System.getProperty(RENEW) != null) {
        assertThat(System.getenv("CI")).as("CI renews no golden file").isNull();
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, text);
      }
      assertThat(text)
          .as(golden + " holds something else; where the change is meant: scripts/renew-goldens, and look at the diff")
          .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
