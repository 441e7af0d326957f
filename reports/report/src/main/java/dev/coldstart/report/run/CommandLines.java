package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.RunFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command lines of arms. Lines that differ only in the fixture's id are shown once: twenty copies of the same line
 * would fill most of the page.
 *
 * @param of the fixtures' ids; if there are several, {@code <fixture>} in the line stands for each of them
 */
public record CommandLines(ArmName name, String of, String line) {

  private static final String FIXTURE = "<fixture>";

  private record Template(ArmName name, List<String> words) {}

  public static List<CommandLines> of(RunView view, Stream<Arm> arms) {
    Map<Template, List<Arm>> same = arms.filter(arm -> arm.command() != null && !arm.command().isEmpty())
        .collect(Collectors.groupingBy(arm -> template(view, arm), LinkedHashMap::new, Collectors.toList()));
    return same.entrySet().stream().map(line -> of(line.getKey(), line.getValue())).toList();
  }

  private static CommandLines of(Template template, List<Arm> arms) {
    List<String> words = arms.size() == 1 ? arms.get(0).command() : template.words();
    return new CommandLines(template.name(), arms.stream().map(Arm::fixture).collect(Collectors.joining(", ")),
        ShellWords.line(words));
  }

  private static Template template(RunView view, Arm arm) {
    Pattern id = Pattern.compile("(?<![\\w-])" + Pattern.quote(arm.fixture()) + "(?![\\w-])");
    List<String> words =
        arm.command().stream().map(word -> id.matcher(word).replaceAll(Matcher.quoteReplacement(FIXTURE))).toList();
    return new Template(view.name(arm), words);
  }

  /**
   * The commands that repeat the run: the same commit, the same plan and, from the same seed, the same order of
   * launches.
   *
   * @param needs requirements that the commands do not provide
   * @param commands for a checkout, in order
   */
  public record Repetition(String needs, List<String> commands) {

    private static final String SEED = "--seed";

    public static Repetition of(Manifest manifest) {
      List<String> commands = new ArrayList<>();
      if (manifest.commit() != null) {
        commands.add(ShellWords.line(List.of("git", "checkout", manifest.commit())));
      }
      commands.add("mvn verify -DskipTests");
      commands.add(manifest.commandLine() == null ? Format.MISSING : run(manifest));
      return new Repetition(needs(manifest), List.copyOf(commands));
    }

    /** Adds the seed, which the command line only has if the user chose it. */
    private static String run(Manifest manifest) {
      List<String> words = new ArrayList<>(List.of("scripts/coldstart"));
      words.addAll(manifest.commandLine());
      if (words.stream().noneMatch(word -> word.equals(SEED) || word.startsWith(SEED + "="))) {
        words.addAll(List.of(SEED, Long.toString(manifest.plan().seed())));
      }
      return ShellWords.line(words);
    }

    private static String needs(Manifest manifest) {
      String jdks = RunFacts.jdks(manifest.jdks());
      String installed = jdks.isEmpty() ? "" : "It needs " + jdks + ". ";
      if (manifest.commit() == null) {
        return installed + "The commit is unknown: it was not run from a checkout.";
      }
      return Boolean.TRUE.equals(manifest.clean())
          ? installed + "The checkout had no uncommitted changes."
          : installed + "The checkout had uncommitted changes: the same commit may measure something else.";
    }
  }
}
