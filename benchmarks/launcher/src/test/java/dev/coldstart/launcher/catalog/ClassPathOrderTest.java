package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathOrderTest {

  @TempDir
  private Path folder;
  private final List<Path> jars = new ArrayList<>();

  @BeforeEach
  void makeJars() throws IOException {
    for (String bytes : List.of("22", "4444", "1", "44 4", "333")) {
      jars.add(Files.writeString(folder.resolve("jar-" + bytes.replace(' ', '-')), bytes));
    }
  }

  @Test
  void shouldLeaveTheStagedOrder() {
    assertThat(ClassPathOrder.STAGED.of(jars)).isEqualTo(jars);
  }

  @Test
  void shouldOrderBySizeAndKeepThoseOfOneSizeAsTheyWere() {
    assertThat(names(ClassPathOrder.SMALLEST_FIRST)).containsExactly("jar-1", "jar-22", "jar-333", "jar-4444",
        "jar-44-4");
    assertThat(names(ClassPathOrder.LARGEST_FIRST)).containsExactly("jar-4444", "jar-44-4", "jar-333", "jar-22",
        "jar-1");
  }

  private List<String> names(ClassPathOrder order) {
    return order.of(jars).stream().map(jar -> jar.getFileName().toString()).toList();
  }
}
