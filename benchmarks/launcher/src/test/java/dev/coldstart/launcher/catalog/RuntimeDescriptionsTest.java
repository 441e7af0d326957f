package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeDescriptionsTest {

  @TempDir
  private Path folder;

  @Test
  void shouldReadEveryKey() throws IOException {
    runtime("swift", """
        {"runtime": "fast", "label": "Fast", "configurations": {"jit": {
          "label": "Fast, JIT", "child": "fast.Jit", "baseline": true, "fused": {"compile": "parse"},
          "jvmArgs": {"17": ["-a"], "24": ["-b", "-c"]}, "requires": {"jdkMin": 21, "platforms": ["linux-x86_64"]},
          "prepare": {"label": "made beforehand", "main": "fast.Make"}, "steadyWarmupSeconds": 9, "onRequest": true}}}
        """);
    Configuration read = read().get(0);
    assertThat(read.id()).isEqualTo("fast.jit");
    assertThat(read.runtime()).isEqualTo("fast");
    assertThat(read.runtimeLabel()).isEqualTo("Fast");
    assertThat(read.label()).isEqualTo("Fast, JIT");
    assertThat(read.baseline()).isTrue();
    assertThat(read.fused()).isEqualTo(Map.of("compile", "parse"));
    assertThat(read.jvmArgs().on(jdk(23))).containsExactly("-a");
    assertThat(read.jvmArgs().on(jdk(24))).containsExactly("-a", "-b", "-c");
    assertThat(read.requires()).isEqualTo(new Requirements(21, null, List.of("linux-x86_64")));
    assertThat(read.preparation())
        .isEqualTo(Optional.of(new Configuration.Preparation("made beforehand", "fast.Make", List.of())));
    assertThat(read.steadyWarmupSeconds()).isEqualTo(9);
    assertThat(read.onRequest()).isTrue();
    assertThat(read.stage()).isEqualTo(folder.resolve("swift/target/stage"));
  }

  @Test
  void shouldTakeTheDirectorysNameAndDefaults() throws IOException {
    runtime("slow", runtimeJson(""));
    Configuration read = read().get(0);
    assertThat(read.id()).isEqualTo("slow.x");
    assertThat(read.baseline()).isFalse();
    assertThat(read.fused()).isEmpty();
    assertThat(read.jvmArgs().on(jdk(99))).isEmpty();
    assertThat(read.requires()).isEqualTo(Requirements.NONE);
    assertThat(read.preparation()).isEmpty();
    assertThat(read.onRequest()).isFalse();
    assertThat(read.program()).isEmpty();
  }

  @Test
  void shouldReadTheProgramOfAChildThatIsNoJvm() throws IOException {
    runtime("script", runtimeJson(", \"program\": {\"name\": \"run\", \"unset\": [\"RUN_OPTIONS\"]}"));
    Configuration read = read().get(0);
    assertThat(read.program()).contains(new ChildProgram("run", List.of("RUN_OPTIONS")));
    assertThat(read.script()).isEqualTo(folder.resolve("script/target/stage/some.Child"));
    assertThat(read.cannotRunOn(jdk(25)).orElseThrow()).startsWith("is not built");
    runtime("script", runtimeJson(", \"program\": {\"name\": \"run\"}"));
    assertThat(read().get(0).program()).contains(new ChildProgram("run", List.of()));
  }

  @Test
  void shouldRejectWhatIsOfAJvmBesideAProgram() throws IOException {
    runtime("odd", runtimeJson(", \"program\": {\"name\": \"run\"}, \"jvmArgs\": {\"17\": [\"-a\"]}"));
    assertUserError("\"x\" runs a program, not a JVM: remove its \"jvmArgs\"");
    runtime("odd",
        runtimeJson(", \"program\": {\"name\": \"run\"}, \"prepare\": {\"label\": \"p\", \"main\": \"odd.P\"}"));
    assertUserError("remove its \"prepare\"");
    runtime("odd", runtimeJson(", \"program\": {\"unset\": []}"));
    assertUserError("lacks \"x.program.name\"");
  }

  @Test
  void shouldPutBaselinesFirstAndThenSortById() throws IOException {
    runtime("b", runtimeJson(""));
    runtime("a", runtimeJson(""));
    runtime("z", runtimeJson(", \"baseline\": true"));
    Files.createDirectories(folder.resolve("no-runtime"));
    assertThat(read()).extracting(Configuration::id).containsExactly("z.x", "a.x", "b.x");
  }

  @Test
  void shouldRejectAnIdDescribedTwice() throws IOException {
    runtime("one", runtimeJson(""));
    runtime("two", runtimeJson("").replaceFirst("\\{", "{\"runtime\": \"one\", "));
    assertUserError("one.x has two descriptions", folder.resolve("one").toString(), folder.resolve("two").toString(),
        "rename one");
  }

  @Test
  void shouldRejectAMisspeltKey() throws IOException {
    runtime("odd", runtimeJson(", \"fussed\": {}"));
    assertUserError(folder.resolve("odd/runtime.json").toString(), "fussed");
  }

  @Test
  void shouldRejectAMissingKey() throws IOException {
    runtime("odd", "{\"label\": \"Odd\", \"configurations\": {\"x\": {\"child\": \"odd.X\"}}}");
    assertUserError(folder.resolve("odd/runtime.json").toString(), "lacks \"x.label\"");
  }

  @Test
  void shouldRejectWhatIsNoJson() throws IOException {
    runtime("odd", "{\"label\": ");
    assertUserError(folder.resolve("odd/runtime.json").toString());
  }

  @Test
  void shouldRejectAFusedPhaseThatIsNone() throws IOException {
    runtime("odd", runtimeJson(", \"fused\": {\"compiling\": \"parse\"}"));
    assertUserError("\"fused\": no phase is named compiling");
  }

  @Test
  void shouldRejectAHolderThatIsNoPhase() throws IOException {
    runtime("odd", runtimeJson(", \"fused\": {\"compile\": \"parsing\"}"));
    assertUserError("\"fused\": no phase is named parsing");
  }

  @Test
  void shouldRejectAHolderThatIsFusedItself() throws IOException {
    runtime("odd", runtimeJson(", \"fused\": {\"parse\": \"compile\", \"compile\": \"instantiate\"}"));
    assertUserError("parse goes into compile, which is fused itself");
    runtime("odd", runtimeJson(", \"fused\": {\"parse\": \"parse\"}"));
    assertUserError("parse goes into parse, which is fused itself");
  }

  @Test
  void shouldRequireWhatTheRuntimeRequiresUnlessAConfigurationSaysElse() throws IOException {
    runtime("native", """
        {"label": "Native", "requires": {"jdkMin": 21, "platforms": ["linux-x86_64"], "nativeCode": true},
          "configurations": {
          "plain": {"label": "Plain", "child": "native.Plain"},
          "special": {"label": "Special", "child": "native.Special", "requires": {"jdkMin": 25}}}}
        """);
    assertThat(read()).extracting(Configuration::requires)
        .containsExactly(new Requirements(21, null, List.of("linux-x86_64"), true, null),
            new Requirements(25, null, null));
  }

  private void assertUserError(String... parts) {
    assertThatThrownBy(this::read).isInstanceOf(UserError.class).message().contains(parts);
  }

  private List<Configuration> read() {
    return Descriptions.configurations(folder);
  }

  private void runtime(String directory, String json) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(directory)).resolve("runtime.json"), json);
  }

  private static String runtimeJson(String more) {
    return "{\"label\": \"L\", \"configurations\": {\"x\": {\"label\": \"X\", \"child\": \"some.Child\"" + more + "}}}";
  }

  private static Jdk jdk(int feature) {
    return new Jdk(Path.of("jdk"), feature, String.valueOf(feature), "A vendor");
  }
}
