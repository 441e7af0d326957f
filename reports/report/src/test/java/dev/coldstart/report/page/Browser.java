package dev.coldstart.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/**
 * A headless browser, shared by all tests of a JVM. Without a browser a test class is skipped, except in CI, where a
 * check that did not run must not look like one that passed.
 */
public final class Browser implements BeforeAllCallback {

  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private static final String SEEN =
      "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())";

  /**
   * Warns if the browser is newer, about features not used here. Kept in a field so that it is not garbage collected.
   */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Pattern REQUEST =
      Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

  /** Rules whose result depends on the theme. They take three quarters of the time. */
  private static final String COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}";

  private static final String ALL_OTHERS =
      "{rules: {'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}}";

  private static final String ADDED_BY_SCRIPT = ".tip, thead button";
  private static final int MOST_TRIES = 5;

  private ChromeDriver driver;

  /** JUnit closes it after all tests of the JVM. */
  private record Started(ChromeDriver driver) implements AutoCloseable {
    @Override
    public void close() {
      driver.quit();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = onPath("chromedriver");
    if (chromium.isPresent() && chromedriver.isPresent()) {
      driver = context.getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(Started.class, any -> new Started(start(chromium.get(), chromedriver.get())), Started.class)
          .driver();
      forgetWhatOthersDid();
    } else if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("chromium=" + chromium + " chromedriver=" + chromedriver + ": install both");
    } else {
      abort("chromium and chromedriver are not both on the PATH");
    }
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Both paths are given, otherwise Selenium would look for them on the network. */
  private static ChromeDriver start(Path chromium, Path chromedriver) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--no-first-run", "--disable-sync", "--disable-background-networking",
        "--disable-component-update");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, chromedriver.toString());
    ChromeDriver driver = new ChromeDriver(options);
    driver.manage().timeouts().scriptTimeout(TIMEOUT);
    return driver;
  }

  private void forgetWhatOthersDid() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    show("screen", "light");
    requests();
    messages();
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void open(Path page) {
    driver.get(page.toUri().toString());
  }

  /**
   * Opens a page with scripts disabled. Scripts of the tests still run afterwards; the page's own have not run. The
   * browser sometimes forgets the setting when a page of another kind was open before, so a second try may be needed.
   */
  public void openWithoutScripts(Path page) {
    for (int tries = 0; tries == 0 || tries < MOST_TRIES && count(ADDED_BY_SCRIPT) > 0; tries++) {
      driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      open(page);
      driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  /**
   * The faults of a page whose own style and script the server blocks, as Jenkins does: drawings are black, or text is
   * unreadable.
   *
   * @param folder for a copy of the page that contains the server's policy
   */
  public List<String> faultsWithoutStyle(Path page, Path folder) throws IOException {
    String policy = "default-src 'none'; img-src 'self'; style-src 'self';";
    String meta = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">";
    open(Files.writeString(folder.resolve("without-style.html"), Files.readString(page).replace("<head>", meta)));
    unfold();
    List<String> faults = new ArrayList<>();
    if (texts(".unstyled").isEmpty()) {
      faults.add("it does not say why it looks so");
    }
    texts("svg, svg *").forEach(shown -> faults.add("drawn: " + shown));
    if (shown("main table, main p, main li") < count("main table, main p, main li")) {
      faults.add("there is text that cannot be seen");
    }
    assertThat(messages()).as("what was not allowed").anyMatch(message -> message.contains("style-src 'self'"));
    return faults;
  }

  /** Opens all folded sections. */
  public void unfold() {
    driver.executeScript("document.querySelectorAll('details').forEach(folded => folded.open = true)");
  }

  public void resize(int widthPx, int heightPx) {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", widthPx, "height", heightPx, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * @param medium {@code screen} or {@code print}
   * @param theme {@code light} or {@code dark}
   */
  public void show(String medium, String theme) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia",
        Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Runs a function body in the page and returns its result. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public long count(String selector) {
    return (Long) run("return document.querySelectorAll(arguments[0]).length", selector);
  }

  /** The text of the first match. */
  String text(String selector) {
    return run("return document.querySelector(arguments[0]).textContent.trim()", selector).toString();
  }

  /** The texts of the visible matches. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String selector) {
    return (List<String>) run(SEEN + ".map(e => e.textContent.trim())", selector);
  }

  long shown(String selector) {
    return (Long) run(SEEN + ".length", selector);
  }

  /** The texts that are not readable. */
  @SuppressWarnings("unchecked")
  public List<String> layoutFaults() {
    return (List<String>) driver.executeScript(resource("layout.js"));
  }

  /** The captions of the tables that are wider than the box in which they scroll. */
  @SuppressWarnings("unchecked")
  List<String> scrolledSideways(String selector) {
    return (List<String>) run(SEEN + ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.trim()"
        + ".slice(0, 80) + ' +' + (e.scrollWidth - e.clientWidth))", selector);
  }

  /**
   * The accessibility problems that axe finds in both themes. Leaves only one element of each kind in the page.
   *
   * @param where selectors of the parts to check; each must match
   */
  public List<String> accessibilityFaults(String where) {
    List<String> faults = markupFaults(where);
    keepOneOfEachKind();
    for (String theme : List.of("dark", "light")) {
      show("screen", theme);
      faults.addAll(faults(where, COLOURS));
    }
    return faults;
  }

  /** The same without colours. */
  public List<String> markupFaults(String where) {
    for (String part : where.split(",")) {
      assertThat(count(part.strip())).as(part).isPositive();
    }
    driver.executeScript(resource("/axe.min.js"));
    return faults(where, ALL_OTHERS);
  }

  void keepOneOfEachKind() {
    driver.executeScript(resource("fewer.js"));
  }

  @SuppressWarnings("unchecked")
  private List<String> faults(String where, String options) {
    String script =
        "const done = arguments[1];" + "axe.run({include: arguments[0].split(',').map(part => [part.trim()])},"
            + "{resultTypes: ['violations'], preload: false, ..." + options + "}).then("
            + "r => done(r.violations.map(v => v.id + ' ' + v.nodes[0].html)), e => done([String(e)]))";
    return (List<String>) driver.executeAsyncScript(script, where);
  }

  /** The addresses requested since the last call. */
  public List<String> requests() {
    return log("performance").flatMap(message -> REQUEST.matcher(message).results())
        .map(request -> request.group(1))
        .toList();
  }

  /** The browser's messages since the last call. */
  public List<String> messages() {
    return log("browser").toList();
  }

  private Stream<String> log(String name) {
    return driver.manage().logs().get(name).getAll().stream().map(LogEntry::getMessage);
  }

  static String resource(String name) {
    try (InputStream resource = Browser.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
