package dev.coldstart.launcher.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeApiServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private RuntimeApiServer api;

  @BeforeEach
  void start() throws IOException {
    api = new RuntimeApiServer("the event".getBytes(UTF_8), "the answer".getBytes(UTF_8), "the end".getBytes(UTF_8));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> next() throws Exception {
    return client.send(HttpRequest.newBuilder(uri("invocation/next")).build(), BodyHandlers.ofString());
  }

  private int post(String path, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
  }

  @Test
  void shouldTimeEachEvent() throws Exception {
    assertThat(api.readyNs()).isNull();
    for (int event = 1; event <= 2; event++) {
      HttpResponse<String> next = next();
      assertThat(next.body()).isEqualTo("the event");
      assertThat(next.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(next.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).contains(String.valueOf(event));
      assertThat(next.headers().firstValue("Lambda-Runtime-Deadline-Ms")).isPresent();
      assertThat(post("invocation/" + event + "/response", "the answer")).isEqualTo(202);
    }
    assertThat(next().body()).isEqualTo("the end");
    assertThat(api.failure()).isEmpty();
    assertThat(api.eventNs()).hasSize(2).doesNotContain(0);
    assertThat(api.firstResponseNs()).isGreaterThan(api.readyNs());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"invocation/1/response | another  | event 1 got another response than the expected one",
          "invocation/1/response | the answer and more | event 1 got another response than the expected one",
          "invocation/1/error | trapped | error at event 1: trapped",
          "init/error | no module | error before the first event: no module",
          "invocation/7/response | the answer | unexpected request POST invocation/7/response",
          "nonsense | x | unexpected request POST nonsense"})
  void shouldSayWhatWentWrong(String path, String body, String failure) throws Exception {
    next();
    post(path, body);
    post("init/error", "a later failure");
    assertThat(api.failure()).contains(failure);
  }

  @Test
  void shouldBeReachableFromThisMachineOnly() {
    assertThat(api.address()).startsWith("127.0.0.1:");
  }
}
