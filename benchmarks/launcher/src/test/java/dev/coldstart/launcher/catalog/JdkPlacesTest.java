package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches for JDKs in a temporary file system. */
class JdkPlacesTest {

  @TempDir
  private Path temporary;
  private Path root;
  private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/me"));

  @BeforeEach
  void leaveNoLinkInIt() throws IOException {
    root = temporary.toRealPath();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usr/" + "lib/jvm/temurin-25", "/usr/lib64/jvm/java-21", "/usr/java/jdk-21",
      "/usr/local/openjdk-17", "/usr/local/jdk-21.0.2", "/usr/local/lib/jvm/openjdk11", "/opt/java/openjdk",
      "/opt/jdk-25", "/opt/graalvm-jdk-25", "/Library/Java/JavaVirtualMachines/temurin-25.jdk",
      "/home/me/Library/Java/JavaVirtualMachines/azul-21", "/opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk",
      "/usr/local/opt/openjdk/libexec/openjdk.jdk", "/home/linuxbrew/.linuxbrew/opt/openjdk@17/libexec",
      "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/25.0.1-8/x64", "/home/me/.sdkman/candidates/java/25.0.3-tem",
      "/home/me/.asdf/installs/java/temurin-25.0.3+9", "/home/me/.local/share/mise/installs/java/25.0.3",
      "/home/me/.jenv/versions/25", "/home/me/.jabba/jdk/openjdk@1.25", "/home/me/.jdks/openjdk-25",
      "/home/me/.gradle/jdks/adoptium-21-x64-linux", "/home/me/.gradle/jdks/eclipse_adoptium-21/jdk-21.0.1+12",
      "/home/me/.jbang/cache/jdks/25", "/home/me/.cache/coursier/jvm/temurin@21",
      "/home/me/.cache/coursier/arc/https/github.com/adoptium/t/releases/download/jdk-21/OpenJDK21U.tar.gz/jdk-21",
      "/home/me/.cache/coursier/arc/https/cdn.azul.com/zulu/bin/zulu21.tar.gz/zulu21",
      "/home/me/.cache/coursier/arc/https/corretto.aws/downloads/resources/21.0.1/corretto.tar.gz/corretto-21"})
  void shouldKnowTheUsualPlaces(String home) throws IOException {
    Path made = make(home);
    assertThat(homes()).contains(made);
  }

  @ParameterizedTest
  @CsvSource({"RUNNER_TOOL_CACHE, /tools, /tools/Java_Zulu_jdk/21.0.1-12/arm64",
      "AGENT_TOOLSDIRECTORY, /agent, /agent/Java_Temurin-Hotspot_jdk/21.0.1-12/x64",
      "SDKMAN_DIR, /sdkman, /sdkman/candidates/java/25", "ASDF_DATA_DIR, /asdf, /asdf/installs/java/25",
      "MISE_DATA_DIR, /mise, /mise/installs/java/25", "XDG_DATA_HOME, /data, /data/mise/installs/java/25",
      "JENV_ROOT, /jenv, /jenv/versions/25", "JABBA_HOME, /jabba, /jabba/jdk/25",
      "GRADLE_USER_HOME, /gradle, /gradle/jdks/25", "JBANG_DIR, /jbang, /jbang/cache/jdks/25",
      "JBANG_CACHE_DIR, /jc, /jc/jdks/25", "XDG_CACHE_HOME, /cache, /cache/coursier/jvm/25",
      "HOMEBREW_PREFIX, /brew, /brew/opt/openjdk/libexec", "JAVA_HOME, /alone/jdk, /alone/jdk",
      "JAVA_HOME, /alone/jdk-21, /alone/jdk-17", "JAVA_HOME_25_X64, /ci/25, /ci/25",
      "JAVA_HOME_21_arm64, /ci/21, /ci/21", "JAVA17_HOME, /ci/17, /ci/17", "JDK_HOME, /ci/jdk, /ci/jdk",
      "GRAALVM_HOME, /ci/graal, /ci/graal",
      "JAVA_HOME, /nix/store/0123-openjdk-21/lib/openjdk, /nix/store/0123-openjdk-21/lib/openjdk"})
  void shouldFollowTheEnvironment(String variable, String value, String home) throws IOException {
    environment.put(variable, value);
    Path made = make(home);
    assertThat(homes()).contains(made);
  }

  @Test
  void shouldFindTheJavaOnThePathThroughItsLinks() throws IOException {
    FakeJdk.at(make("/alone/jdk-25"), "25.0.3+9");
    Path link = make("/usr/bin").resolve("java");
    Files.createSymbolicLink(link, Path.of("../../alone/jdk-25/bin/java"));
    FakeJdk.at(make("/shims/java-of-a-version-manager"), "25").withoutRelease();
    environment.put("PATH", "/none::/usr/bin:/shims/java-of-a-version-manager/bin");
    assertThat(homes()).contains(root.resolve("alone/jdk-25"))
        .doesNotContain(root.resolve("shims/java-of-a-version-manager"));
  }

  @Test
  void shouldLookFirstAtTheJvmThatRunsThisAndBesideIt() throws IOException {
    Path beside = make("/running/jdk-17");
    assertThat(homes()).startsWith(root.resolve("running/jdk-25")).contains(beside);
  }

  @Test
  void shouldLiveWithOddValues() {
    environment
        .putAll(Map.of("JAVA_HOME", " ", "JDK_HOME", "", "SDKMAN_DIR", "/a{b", "PATH", ":", "JAVA_HOME_8_X64", "/"));
    assertThat(homes()).contains(root.resolve("running/jdk-25"));
  }

  private List<Path> homes() {
    return new JdkPlaces(root, root.resolve("running/jdk-25"), environment).homes();
  }

  private Path make(String folder) throws IOException {
    return Files.createDirectories(root.resolve(folder.substring(1)));
  }
}
