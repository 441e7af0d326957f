package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places that a checkout may have. */
class CheckoutTest {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "a b", "Pr\u00fcfstand", "it's", "a=b", "a*", "@args", "x!", "50 %", "#1", "$HOME", "what?"})
  void shouldFindACheckoutWhateverItsName(String name) throws IOException {
    Path root = checkout(name);
    assertThat(Checkout.at(root.toString()).root()).isEqualTo(root.toRealPath());
  }

  /** A program reports its script's path with links resolved. */
  @Test
  void shouldFollowLinks() throws IOException {
    Path root = checkout("checkout");
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);
    assertThat(Checkout.at(link.toString()).root()).isEqualTo(root.toRealPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a\nb", "a\tb"})
  void shouldRefuseWhatNoClassPathCanHold(String name) throws IOException {
    String root = checkout(name).toString();
    assertThatThrownBy(() -> Checkout.at(root)).isInstanceOf(UserError.class)
        .hasMessageStartingWith("the path of the checkout contains ")
        .hasMessageContaining(", which a class path cannot hold: ")
        .hasMessageEndingWith("; move it")
        .message()
        .hasLineCount(1);
  }

  @Test
  void shouldSayWhatIsNoCheckout() {
    assertThatThrownBy(() -> Checkout.at(folder.toString())).isInstanceOf(UserError.class)
        .hasMessage("-Dcoldstart.home=" + folder + " is not a coldstart checkout: it lacks benchmarks/runtimes");
  }

  /** These are the ways in which a JVM reads a path with an accent under the locale C. */
  @Test
  void shouldSayWhichLocaleHasTheLettersOfAPath() {
    for (String read : List.of("/none/Pr??fstand", "/none/Pr\uFFFD\uFFFDfstand", "/none\0?")) {
      assertThatThrownBy(() -> Checkout.at(read)).isInstanceOf(UserError.class)
          .hasMessageContaining("is not a coldstart checkout")
          .hasMessageEndingWith("such as LC_ALL=C.UTF-8");
    }
  }

  @Test
  void shouldNameItInWordsThatHoldItsPath() throws IOException {
    Checkout home = Checkout.at(checkout("a b").toString());
    assertThat(home.named(List.of("--out", home.out().toString()))).containsExactly("--out", "<coldstart>/reports/out");
  }

  /** The archive's own folder may belong to another user. */
  @Test
  void shouldKeepNothingInTheFolderOfAnArchive() throws IOException {
    Path root = checkout("archive");
    Files.createFile(Files.createDirectories(root.resolve("bin")).resolve("coldstart"));
    Checkout home = Checkout.at(root.toString());
    assertThat(home.out()).isEqualTo(Path.of("coldstart-out").toAbsolutePath());
    assertThat(List.of(home.out(), home.caches(), home.modules(), home.engineStages()))
        .noneMatch(folder -> folder.startsWith(home.root()));
    String module = home.modules().resolve("m/m.wasm").toString();
    assertThat(home.named(module)).isEqualTo("<coldstart-cache>/modules/m/m.wasm");
    assertThat(home.unnamed(home.named(module))).isEqualTo(module);
  }

  private Path checkout(String name) throws IOException {
    Path root = folder.resolve(name);
    Files.createDirectories(root.resolve("benchmarks/runtimes"));
    Files.createDirectories(root.resolve("wasm-fixtures"));
    return root;
  }
}
