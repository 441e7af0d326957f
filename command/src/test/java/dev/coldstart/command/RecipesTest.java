package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.launcher.catalog.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Commands that readers are told to paste. */
class RecipesTest {

  private static final Pattern COMMAND =
      Pattern.compile("(?:scripts|bin)/coldstart ([a-z](?:'[^']*'|(?! >)[^\n`#|;)'])*)");

  /** A line that YAML folds into the one before. */
  private static final Pattern FOLDED = Pattern.compile("\n +(?=--)");

  /** What GitHub fills in. */
  private static final Pattern FILLED = Pattern.compile("\\$\\{\\{.*?}}");

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

  @TestFactory
  Stream<DynamicTest> shouldTakeEachCommandOfTheDocumentsAndWorkflows() throws IOException {
    Path root = Checkout.find().root();
    List<String> commands =
        Stream
            .of("README.md", "CONTRIBUTING.md", "dist/README.md", ".github/workflows/nightly.yml",
                ".github/examples/pull-request.yml")
            .flatMap(file -> commands(root.resolve(file)))
            .distinct()
            .toList();
    assertThat(commands).hasSizeGreaterThan(30)
        .anyMatch(command -> command.startsWith("gate ") && command.contains("--markdown"));
    return commands.stream()
        .map(command -> dynamicTest(command,
            () -> assertThatCode(() -> Main.commandLine().parseArgs(words(command))).doesNotThrowAnyException()));
  }

  private static Stream<String> commands(Path file) {
    try {
      String text = FILLED.matcher(Files.readString(file).replace("${{ matrix.shard }}", "1/4")).replaceAll("1");
      return COMMAND.matcher(FOLDED.matcher(text).replaceAll(" ")).results().map(found -> found.group(1).strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(MatchResult::group)
        .map(word -> word.replace("'", ""))
        .toArray(String[]::new);
  }
}
