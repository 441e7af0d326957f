package dev.coldstart.launcher.run;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long some task has waited for a resource, from {@code /proc/pressure/*}. */
final class Pressure {

  private static final Pattern SOME = Pattern.compile("^some .*\\btotal=([0-9]{1,15})$", Pattern.MULTILINE);

  private Pressure() {}

  /** In ns; empty where the kernel does not tell. */
  static OptionalLong ns(SystemFiles files, String resource) {
    return files.text("proc/pressure/" + resource).map(Pressure::parse).orElse(OptionalLong.empty());
  }

  static OptionalLong parse(String pressure) {
    Matcher some = SOME.matcher(pressure);
    return some.find()
        ? OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(some.group(1))))
        : OptionalLong.empty();
  }
}
