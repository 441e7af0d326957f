package dev.coldstart.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command in its help: in groups named after their mixins, then its own. */
final class GroupedOptions {

  /** The name that picocli gives the mixin with --help and --version. */
  private static final String STANDARD_OPTIONS = "mixinStandardHelpOptions";

  private GroupedOptions() {}

  static String text(Help help) {
    Map<String, CommandSpec> mixins = new LinkedHashMap<>(help.commandSpec().mixins());
    CommandSpec standard = mixins.remove(STANDARD_OPTIONS);
    StringBuilder text = new StringBuilder();
    mixins.forEach((name, mixin) -> text.append(section(name, layout(help, names(mixin).toList()))));
    List<String> mixed = help.commandSpec().mixins().values().stream().flatMap(GroupedOptions::names).toList();
    String own = layout(help, names(help.commandSpec()).filter(name -> !mixed.contains(name)).toList());
    text.append(mixins.isEmpty() || own.isEmpty() ? own : section("More", own));
    return text.append(standard == null ? "" : layout(help, names(standard).toList())).toString();
  }

  private static String section(String title, String options) {
    return String.format(Locale.ROOT, "%n%s:%n%s", title, options);
  }

  private static Stream<String> names(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::longestName);
  }

  /** @param names of options of the command, in order */
  private static String layout(Help help, List<String> names) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(names.stream().map(help.commandSpec()::findOption).toList(), help.parameterLabelRenderer());
    return layout.toString();
  }
}
