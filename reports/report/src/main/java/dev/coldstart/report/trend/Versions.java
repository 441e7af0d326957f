package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What differs between two nights of an arm, and may explain a changed ratio. */
final class Versions {

  private static final int SHORT = 12;

  private Versions() {}

  /** In words; empty if nothing is known to differ. A value that was not recorded is no difference. */
  static List<String> changed(HistoryLine before, HistoryLine after) {
    List<String> changes = new ArrayList<>();
    add(changes, "", before.engine(), after.engine());
    add(changes, "JDK ", before.jdkVersion(), after.jdkVersion());
    add(changes, "JDK by ", before.jdkVendor(), after.jdkVendor());
    add(changes, "module of " + after.fixture() + " ", brief(before.wasmSha256()), brief(after.wasmSha256()));
    add(changes, "coldstart ", before.coldstart(), after.coldstart());
    add(changes, "commit ", brief(before.commit()), brief(after.commit()));
    return changes;
  }

  private static void add(List<String> changes, String what, String before, String after) {
    if (before != null && after != null && !Objects.equals(before, after)) {
      changes.add(SafeText.brief(what + before + " → " + after));
    }
  }

  private static String brief(String id) {
    return id == null ? null : id.substring(0, Math.min(SHORT, id.length()));
  }
}
