package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files with text that was once checked and found correct. {@code scripts/renew-goldens} writes them again; the changes
 * are then in the diff, to be reviewed before the commit.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/coldstart/report");
  private static final String RENEW = "golden.renew";

  private Golden() {}

  /** Fails if a text differs from its file, or renews the file if that was requested. */
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
