package dev.coldstart.launcher.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.record.ApiLaunch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A local stand-in for the Lambda Runtime API for one launch: hands out the same event again and again, and reads the
 * responses. Reachable only from this machine.
 */
final class RuntimeApiServer implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final int MOST_ERROR_BYTES = 1 << 16;

  static {
    // Read when the server's class is loaded. Without it, the kernel holds small responses back for up to 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final byte[] event;
  private final byte[] expected;

  /** Handed out after the last event. Null if nobody asks for one. */
  private final byte[] end;
  private final List<Long> handedOutNs = new ArrayList<>();
  private final List<Long> respondedNs = new ArrayList<>();
  private Long readyNs;
  private String failure;

  /**
   * @param expected the correct response to each event
   * @param end the event that is handed out after the last; null if the child ends by itself
   */
  RuntimeApiServer(byte[] event, byte[] expected, byte[] end) throws IOException {
    this.end = end;
    this.event = event;
    this.expected = expected;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(ROOT, this::answer);
    server.start();
  }

  /** Host and port, as the platform tells them in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    long seenNs = System.nanoTime();
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    if (exchange.getRequestMethod().equals("GET") && path.equals("invocation/next")) {
      next(exchange, seenNs);
    } else if (path.equals("invocation/" + id() + "/response")) {
      byte[] response = body(exchange, expected.length + 1);
      respondedNs.add(System.nanoTime());
      if (!Arrays.equals(response, expected)) {
        fail("event " + respondedNs.size() + " got another response than the expected one");
      }
      accept(exchange);
    } else if (path.equals("init/error") || path.equals("invocation/" + id() + "/error")) {
      String what = path.equals("init/error") ? "error before the first event: " : "error at event " + id() + ": ";
      fail(what + FailureWords.first(new String(body(exchange, MOST_ERROR_BYTES), StandardCharsets.UTF_8)));
      accept(exchange);
    } else {
      fail("unexpected request " + exchange.getRequestMethod() + " " + FailureWords.first(path));
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    }
  }

  private void next(HttpExchange exchange, long seenNs) throws IOException {
    if (readyNs == null) {
      readyNs = seenNs;
    }
    // The platform's own client fails without a content type.
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", String.valueOf(handedOutNs.size() + 1));
    exchange.getResponseHeaders()
        .set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 60_000));
    exchange.getResponseHeaders()
        .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:coldstart");
    boolean isLast = end != null && respondedNs.size() == ApiLaunch.EVENTS;
    byte[] next = isLast ? end : event;
    handedOutNs.add(System.nanoTime());
    exchange.sendResponseHeaders(200, next.length == 0 ? -1 : next.length);
    if (next.length > 0) {
      exchange.getResponseBody().write(next);
    }
    exchange.close();
  }

  /** The id of the event that was handed out last. */
  private String id() {
    return String.valueOf(handedOutNs.size());
  }

  private static byte[] body(HttpExchange exchange, int most) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      return in.readNBytes(most);
    }
  }

  private static void accept(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  private void fail(String reason) {
    failure = failure == null ? reason : failure;
  }

  /** Why the launch is not valid, as far as the API has seen. */
  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** When the first event was asked for, in ns of nanoTime. Null if it was not. */
  synchronized Long readyNs() {
    return readyNs;
  }

  /** When the first response had been read, in ns of nanoTime. Null if there was none. */
  synchronized Long firstResponseNs() {
    return respondedNs.isEmpty() ? null : respondedNs.get(0);
  }

  /** For each answered event, the time from handing it out until its response had been read, in ns. */
  synchronized long[] eventNs() {
    long[] eventNs = new long[respondedNs.size()];
    Arrays.setAll(eventNs, i -> respondedNs.get(i) - handedOutNs.get(i));
    return eventNs;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
