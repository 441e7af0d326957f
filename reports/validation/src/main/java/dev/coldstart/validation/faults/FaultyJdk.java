package dev.coldstart.validation.faults;

import dev.coldstart.launcher.prepare.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A copy of a JDK whose {@code bin/java} does what a fault says in some of the processes that are started with it, and
 * is java in all others: real runs with real children, of which one does not do what it should.
 */
record FaultyJdk(Path home) {

  /** By which the launcher knows again what its launches started; theirs has a dash in it, and its own has none. */
  static final String LAUNCH = "COLDSTART_LAUNCH";

  /** What the command lines of the launcher and of a fork of JMH's hold. */
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

  /** The processes that a fault may be planned for. */
  enum Of {
    LAUNCHER,
    LAUNCH,
    FORK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** @param target must not exist; no other JDK stands beside it */
  static FaultyJdk copyOf(Path jdk, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    // Links cost no room; another file system, or another user's files, have to be copied.
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

  /** The file is made anew: its other name is the installed JDK's. */
  void replaceJava() throws IOException {
    Files.move(java(), java().resolveSibling("java.real"));
    Files.writeString(java(), JAVA);
    if (!java().toFile().setExecutable(true, false)) {
      throw new IOException(java() + " cannot be made a program; is it on a disk without programs?");
    }
  }

  Path java() {
    return home.resolve("bin/java");
  }

  private Path fault() {
    return home.resolve("fault");
  }

  /**
   * From now on, processes of a kind do something else.
   *
   * @param script for a shell, which has java's arguments, and java itself as {@code $real}; java runs behind it unless
   * it ends
   * @param first number of the first that does so, from 1
   * @param last number of the last
   */
  void plan(Of of, String script, long first, long last) throws IOException {
    Files.createDirectories(fault());
    Files.writeString(fault().resolve("count"), "0\n");
    Files.writeString(fault().resolve("plan"), String.join(" ", of.word(), "" + first, "" + last) + "\n");
    Files.writeString(fault().resolve("script"), script);
  }

  /** How many processes of the planned kind were started since. */
  long started() throws IOException {
    List<String> count = Files.readAllLines(fault().resolve("count"));
    return Long.parseLong(count.get(0).strip());
  }

  /** From now on it is a JDK like any other. */
  void heal() throws IOException {
    if (Files.exists(fault())) {
      Folders.delete(fault());
    }
    Path away = java().resolveSibling("java.away");
    if (Files.exists(away)) {
      Files.move(away, java());
    }
  }

  /** From now on no process can be started with it. */
  void takeAway() throws IOException {
    Files.move(java(), java().resolveSibling("java.away"));
  }
}
