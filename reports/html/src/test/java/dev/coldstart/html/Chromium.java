package dev.coldstart.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser without a window, for tests: opens a page and gives what its scripts have made of it. */
record Chromium(Path program) {

  private static final long TIMEOUT_S = 60;

  static Optional<Chromium> installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /**
   * @param home a folder for its profile and its output
   * @return the document after its scripts have run, as markup
   */
  String open(Path page, Path home, String... options) throws IOException, InterruptedException {
    Path dom = home.resolve("dom.html");
    List<String> command = new ArrayList<>(List.of(
        program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--user-data-dir=" + home.resolve("profile"),
        "--window-size=1400,2000", "--virtual-time-budget=30000", "--dump-dom"));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(TIMEOUT_S, SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("command=" + command + " did not end after " + TIMEOUT_S + " s");
    }
    return Files.readString(dom, UTF_8);
  }
}
