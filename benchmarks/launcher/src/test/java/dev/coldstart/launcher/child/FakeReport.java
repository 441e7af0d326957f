package dev.coldstart.launcher.child;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reports without a child. Each is made from alternating section names and texts. */
public final class FakeReport {

  private static final String FIRST_LINE = "coldstart-report 2\n";
  private static final String LAST_LINE = "coldstart-report end\n";

  private FakeReport() {}

  static byte[] bytes(String... sections) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    report.writeBytes(FIRST_LINE.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < sections.length; i += 2) {
      byte[] text = sections[i + 1].getBytes(StandardCharsets.UTF_8);
      report.writeBytes((sections[i] + " " + text.length + "\n").getBytes(StandardCharsets.UTF_8));
      report.writeBytes(text);
    }
    report.writeBytes(LAST_LINE.getBytes(StandardCharsets.UTF_8));
    return report.toByteArray();
  }

  /** Lines of a shell script that prints the report. The shell expands the texts, which must be ASCII. */
  public static String script(String... sections) {
    StringBuilder script = new StringBuilder("section() { printf '%s %d\\n%s' \"$1\" \"${#2}\" \"$2\"; }\n");
    script.append("echo coldstart-report 2\n");
    for (int i = 0; i < sections.length; i += 2) {
      script.append("section ").append(sections[i]).append(" \"").append(sections[i + 1]).append("\"\n");
    }
    return script.append("echo coldstart-report end\n").toString();
  }
}
