package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.text.ArmName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How arms are started. What differs between fixtures in the fixture's id alone is said once: twenty times the same
 * line would be most of the page.
 *
 * @param of the fixtures' ids; where they are several, each stands in the line where {@code <fixture>} does
 */
public record CommandLines(ArmName name, String of, String line) {

  private static final String FIXTURE = "<fixture>";

  private record Template(ArmName name, List<String> words) {}

  public static List<CommandLines> of(RunView view, Stream<Arm> arms) {
    Map<Template, List<Arm>> same = new LinkedHashMap<>();
    arms.filter(arm -> arm.command() != null && !arm.command().isEmpty())
        .forEach(arm -> same.computeIfAbsent(template(view, arm), line -> new ArrayList<>()).add(arm));
    return same.entrySet().stream().map(line -> of(line.getKey(), line.getValue())).toList();
  }

  private static CommandLines of(Template template, List<Arm> arms) {
    List<String> words = arms.size() == 1 ? arms.get(0).command() : template.words();
    return new CommandLines(template.name(), String.join(", ", arms.stream().map(Arm::fixture).toList()),
        ShellWords.line(words));
  }

  private static Template template(RunView view, Arm arm) {
    Pattern id = Pattern.compile("(?<![\\w-])" + Pattern.quote(arm.fixture()) + "(?![\\w-])");
    List<String> words =
        arm.command().stream().map(word -> id.matcher(word).replaceAll(Matcher.quoteReplacement(FIXTURE))).toList();
    return new Template(view.name(arm), words);
  }
}
