package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCacheTest {

  @ParameterizedTest
  @CsvSource({"Linux, '', /home/a, /b, /home/a/.cache/coldstart", "Linux, '', '', /b, /b/.cache/coldstart",
      "Linux, /c, /home/a, /b, /c/coldstart", "Linux, relative, /home/a, /b, /home/a/.cache/coldstart",
      "Mac OS X, '', /Users/a, /b, /Users/a/Library/Caches/coldstart", "Mac OS X, /c, /Users/a, /b, /c/coldstart"})
  void shouldBeWhereTheUsersOtherProgramsKeepTheirs(String system, String given, String home, String userHome,
      Path folder) {
    assertThat(UserCache.of(Map.of("XDG_CACHE_HOME", given, "HOME", home), userHome, system)).isEqualTo(folder);
  }

  /** Another user may have put a folder of that name in a place that all share. */
  @Test
  void shouldNotShareAFolderWithOtherUsers() {
    assertThatThrownBy(() -> UserCache.of(Map.of(), "?", "Linux")).isInstanceOf(UserError.class)
        .hasMessageContaining("set XDG_CACHE_HOME");
  }
}
