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
 * A browser without a window, one for all tests of a JVM. Where there is none a class is skipped, but for CI, where a
 * check that nobody made must not look like one that held.
 */
public final class Browser implements BeforeAllCallback {

  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private static final String SEEN =
      "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())";

  /** Warns of a browser newer than itself, in what is not used here; held, for nobody else holds it. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Pattern REQUEST =
      Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

  /** Rules of which the themes differ, and which take three quarters of the time. */
  private static final String COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}";

  private static final String ALL_OTHERS =
      "{rules: {'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}}";

  private ChromeDriver driver;

  /** Closed by JUnit when all tests of the JVM have ended. */
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

  /** Both are named, or Selenium would look for them in the network. */
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

  /** As it is where scripts may not run. The tests' own run all the same, the page's never did. */
  public void openWithoutScripts(Path page) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    open(page);
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
  }

  /**
   * What is wrong with a page to which a server allows no style and no script of its own, as Jenkins does: drawings are
   * black, or text cannot be read.
   *
   * @param folder for a copy of the page that has the server's policy in it
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

  /** Opens all that is folded away. */
  public void unfold() {
    driver.executeScript("document.querySelectorAll('details').forEach(folded => folded.open = true)");
  }

  public void resize(int widthPx, int heightPx) {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", widthPx, "height", heightPx, "deviceScaleFactor", 1, "mobile", false));
  }

  /** @param medium {@code screen} or {@code print} @param theme {@code light} or {@code dark} */
  public void show(String medium, String theme) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia",
        Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** What the body of a function gives, in the page. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public long count(String selector) {
    return (Long) run("return document.querySelectorAll(arguments[0]).length", selector);
  }

  /** Of the first one. */
  String text(String selector) {
    return run("return document.querySelector(arguments[0]).textContent.trim()", selector).toString();
  }

  /** Of those that can be seen. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String selector) {
    return (List<String>) run(SEEN + ".map(e => e.textContent.trim())", selector);
  }

  long shown(String selector) {
    return (Long) run(SEEN + ".length", selector);
  }

  /** What cannot be read where it stands. */
  @SuppressWarnings("unchecked")
  public List<String> layoutFaults() {
    return (List<String>) driver.executeScript(resource("layout.js"));
  }

  /**
   * What axe finds that keeps somebody from using the page, in both themes. Leaves one element of each kind in it.
   *
   * @param where selectors of the parts to look at, each of which is there
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

  /** The same of all but colours. */
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

  /** Addresses that were asked for since the last call. */
  public List<String> requests() {
    return log("performance").flatMap(message -> REQUEST.matcher(message).results())
        .map(request -> request.group(1))
        .toList();
  }

  /** What the browser complained of since the last call. */
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
