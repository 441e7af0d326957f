package dev.coldstart.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The scripts of a page, which must have exactly one: the one that its policy allows. */
public final class Scripts {

  private static final Pattern RUN = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\"[^>]*>.*?</script>", Pattern.DOTALL);
  private static final Pattern ALLOWED =
      Pattern.compile("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-([^']*)'\"");

  private Scripts() {}

  /** The page without its script, and without data blocks, which no browser runs. */
  public static String removed(String html) {
    List<String> run = RUN.matcher(html).results().map(script -> script.group(1)).toList();
    assertThat(run).hasSize(1);
    assertThat(ALLOWED.matcher(html).results().map(policy -> policy.group(1))).containsExactly(sha256(run.get(0)));
    return DATA.matcher(RUN.matcher(html).replaceAll("")).replaceAll("");
  }

  private static String sha256(String script) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
