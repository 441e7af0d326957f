package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

public final class Sha256 extends JsonHandler {
  /** An event must not be able to keep an instance busy for hours. */
  private static final int MAX_ROUNDS = 1_000_000;

  @Override
  String answer(ObjectNode event) throws MalformedEventException {
    String body = Fields.requiredString(event, "body");
    return HexFormat.of().formatHex(digest(body.getBytes(UTF_8), rounds(event)));
  }

  private static int rounds(ObjectNode event) throws MalformedEventException {
    JsonNode rounds = event.get("rounds");
    // 1.0 is not an integer here, as in serde_json.
    if (rounds == null || !rounds.isIntegralNumber() || !rounds.canConvertToInt()) {
      throw new MalformedEventException();
    }
    int count = rounds.intValue();
    if (count < 1 || count > MAX_ROUNDS) {
      throw new MalformedEventException();
    }
    return count;
  }

  private static byte[] digest(byte[] text, int rounds) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text);
      for (int round = 1; round < rounds; round++) {
        sha256.update(digest);
        sha256.digest(digest, 0, digest.length);
      }
      return digest;
    } catch (NoSuchAlgorithmException | DigestException e) {
      throw new IllegalStateException("every JDK has SHA-256, and its digest fits", e);
    }
  }
}
