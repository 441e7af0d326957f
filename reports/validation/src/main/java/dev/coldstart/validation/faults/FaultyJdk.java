package dev.coldstart.validation.faults;

import dev.coldstart.launcher.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A copy of a JDK whose {@code bin/java} runs a fault's script in some of its processes, and is java in all others. The
 * runs and children are real; only some children misbehave.
 */
record FaultyJdk(Path home) {

  /**
   * The variable by which the launcher recognises processes started by its launches. A launch's value contains a dash;
   * the launcher's own value does not.
   */
  static final String LAUNCH = "COLDSTART_LAUNCH";

  /** Parts of the command lines of the launcher and of a JMH fork. */
  static final String LAUNCHER = " dev.coldstart.command.Main run ";

  private static final String FORK = "ForkedMain";

  private static final String JAVA = """
      #!/bin/sh
      # Is java, but where a fault is planned.
      home=${0%%/bin/java}
      real=$home/bin/java.real
      if [ -f "$home/fault/script" ]; then
        is=nothing
        case "${%s:-}" in *-*) is=launch ;; esac
        case " $* " in *"%s"*) is=launcher ;; *%s*) is=fork ;; esac
        read -r of first last <"$home/fault/plan"
        if [ "$is" = "$of" ]; then
          read -r number <"$home/fault/count"
          number=$((number + 1))
          echo "$number" >"$home/fault/count"
          if [ "$number" -ge "$first" ] && [ "$number" -le "$last" ]; then
            . "$home/fault/script"
          fi
        fi
      fi
      exec "$real" "$@"
      """.formatted(LAUNCH, LAUNCHER, FORK);

  /** The processes for which a fault can be planned. */
  enum Of {
    LAUNCHER,
    LAUNCH,
    FORK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** @param target must not exist; its parent must contain no other JDK */
  static FaultyJdk copyOf(Path jdk, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    // Hard links take no space. Another file system, or files of another user, require a copy.
    if (!SystemPrograms.succeeds("cp", "-al", jdk.toString(), target.toString())) {
      if (Files.exists(target)) {
        Folders.delete(target);
      }
      SystemPrograms.run("cp", "-a", jdk.toString(), target.toString());
    }
    FaultyJdk copy = new FaultyJdk(target.toRealPath());
    copy.replaceJava();
    return copy;
  }

  /** Creates a new file: the old one is a hard link to the installed JDK's. */
  void replaceJava() throws IOException {
    Files.move(java(), java().resolveSibling("java.real"));
    Files.writeString(java(), JAVA);
    if (!java().toFile().setExecutable(true, false)) {
      throw new IOException(java() + " cannot be made executable; is its disk mounted noexec?");
    }
  }

  Path java() {
    return home.resolve("bin/java");
  }

  private Path fault() {
    return home.resolve("fault");
  }

  /**
   * From now on, some processes of a kind run a script.
   *
   * @param script for a shell; it gets java's arguments, and java itself as {@code $real}. Java runs after it unless it
   * ends the process
   * @param first number of the first such process, from 1
   * @param last number of the last
   */
  void plan(Of of, String script, long first, long last) throws IOException {
    Files.createDirectories(fault());
    Files.writeString(fault().resolve("count"), "0\n");
    Files.writeString(fault().resolve("plan"), String.join(" ", of.word(), "" + first, "" + last) + "\n");
    Files.writeString(fault().resolve("script"), script);
  }

  /** The number of processes of the planned kind started since then. */
  long started() throws IOException {
    List<String> count = Files.readAllLines(fault().resolve("count"));
    return Long.parseLong(count.get(0).strip());
  }

  /** Makes it a normal JDK again. */
  void heal() throws IOException {
    if (Files.exists(fault())) {
      Folders.delete(fault());
    }
    Path away = java().resolveSibling("java.away");
    if (Files.exists(away)) {
      Files.move(away, java());
    }
  }

  /** From now on it cannot start a process. */
  void takeAway() throws IOException {
    Files.move(java(), java().resolveSibling("java.away"));
  }
}
