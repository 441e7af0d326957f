package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

  @Test
  void shouldSayInWordsWhatTheJdkSaysByAClassName() {
    assertThat(IoReason.of(new NoSuchFileException("a/b.wasm"))).isEqualTo("there is no a/b.wasm");
    assertThat(IoReason.of(new AccessDeniedException("a"))).isEqualTo("no permission for a");
  }

  @Test
  void shouldKeepAReasonInWords() {
    assertThat(IoReason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    assertThat(IoReason.of(new FileSystemException("a", null, "Is a directory"))).isEqualTo("a: Is a directory");
    assertThat(IoReason.of(new NoSuchFileException("a", null, "moved"))).isEqualTo("a: moved");
  }

  /** Its message alone would say nothing. */
  @Test
  void shouldKeepTheClassOfAnyOtherReason() {
    assertThat(IoReason.of(new UnknownHostException("repo.acme.com"))).isEqualTo("UnknownHostException: repo.acme.com");
  }

  @Test
  void shouldNotBeEmptyIfTheJdkSaysNothing() {
    assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
  }
}
