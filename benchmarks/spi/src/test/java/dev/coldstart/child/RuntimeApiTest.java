package dev.coldstart.child;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real child behind an API that hands out the events "event 1", "event 2", ... */
class RuntimeApiTest {

  private static final String NEXT = "GET invocation/next ";

  @TempDir
  Path folder;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private int events;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/2018-06-01/runtime/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/2018-06-01/runtime/".length());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(exchange.getRequestMethod() + " " + path + " " + body);
    byte[] event = path.endsWith("next") ? ("event " + ++events).getBytes(UTF_8) : new byte[0];
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "id-" + events);
    exchange.sendResponseHeaders(event.length == 0 ? 202 : 200, event.length == 0 ? -1 : event.length);
    exchange.getResponseBody().write(event);
    exchange.close();
  }

  private Child start(String fixture, int count) throws Exception {
    Path unused = Files.writeString(folder.resolve("event"), "unused");
    String host = "127.0.0.1:" + server.getAddress().getPort();
    return Child.start(folder, List.of(), fixture, unused, ColdStart.RUNTIME_API, host, String.valueOf(count));
  }

  @Test
  void shouldAnswerEachEvent() throws Exception {
    Child child = start("some-fixture", 2);
    assertThat(child.response()).isEqualTo("event 2\n");
    assertThat(child.exitCode()).isZero();
    assertThat(requests).containsExactly(NEXT, "POST invocation/id-1/response event 1", NEXT,
        "POST invocation/id-2/response event 2");
  }

  @Test
  void shouldReportAFailedEvent() throws Exception {
    Child child = start("x-at-call-2", 3);
    assertThat(child.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
    assertThat(requests).hasSize(4);
    assertThat(requests.get(3)).isEqualTo("POST invocation/id-2/error {\"errorMessage\":\"as asked\","
        + "\"errorType\":\"java.lang.IllegalStateException\"}");
  }

  @Test
  void shouldReportThatItCannotBeReady() throws Exception {
    Child child = start("x-in-instantiate", 2);
    assertThat(child.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
    assertThat(requests).singleElement()
        .asString()
        .startsWith("POST init/error {\"errorMessage\":\"fixture x-in-instantiate, phase instantiate: ")
        .endsWith("\"errorType\":\"dev.coldstart.child.PhaseException\"}");
  }
}
