package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Checkout;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifests for Kubernetes, as its own models read them. */
class KubernetesTest {

  /** Where the models keep fields that they do not know. */
  private static final String UNKNOWN = "additionalProperties";

  private static <T> T read(String file, Class<T> kind) {
    Path manifest = Checkout.find().root().resolve("dist/kubernetes").resolve(file);
    return new YAMLMapper().readValue(manifest.toFile(), kind);
  }

  @ParameterizedTest
  @CsvSource({"measure.yaml, io.fabric8.kubernetes.api.model.batch.v1.Job, Job, batch/v1",
      "merge.yaml, io.fabric8.kubernetes.api.model.batch.v1.Job, Job, batch/v1",
      "volume.yaml, io.fabric8.kubernetes.api.model.PersistentVolumeClaim, PersistentVolumeClaim, v1"})
  void shouldHaveNoFieldThatKubernetesDoesNotKnow(String file, Class<?> model, String kind, String version) {
    Object manifest = read(file, model);
    assertThat(unknown(file, manifest)).isEmpty();
    assertThat(new ObjectMapper().valueToTree(manifest).path("kind").asString()).isEqualTo(kind);
    assertThat(new ObjectMapper().valueToTree(manifest).path("apiVersion").asString()).isEqualTo(version);
  }

  /** The test above cannot fail if the models keep unknown fields elsewhere. */
  @Test
  void shouldFindAnUnknownField() {
    Job job = new YAMLMapper().readValue("spec: {template: {spec: {containers: [{imagePolicy: Never}]}}}", Job.class);
    assertThat(unknown("job", job)).containsExactly("job.spec.template.spec.containers: imagePolicy");
  }

  /** Each pod measures its own shard of as many as there are pods, and both Jobs use the one volume. */
  @Test
  void shouldMeasureEveryShard() {
    Job job = read("measure.yaml", Job.class);
    assertThat(job.getSpec().getCompletionMode()).isEqualTo("Indexed");
    assertThat(job.getSpec().getParallelism()).isEqualTo(job.getSpec().getCompletions());
    Container measure = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(measure.getArgs().get(0))
        .contains("--shard \"$((JOB_COMPLETION_INDEX + 1))/" + job.getSpec().getCompletions() + "\"");
    assertThat(measure.getResources().getRequests()).isEqualTo(measure.getResources().getLimits());
    String claim = read("volume.yaml", PersistentVolumeClaim.class).getMetadata().getName();
    assertThat(List.of(job, read("merge.yaml", Job.class))).allMatch(one -> one.getSpec()
        .getTemplate()
        .getSpec()
        .getVolumes()
        .stream()
        .anyMatch(volume -> volume.getPersistentVolumeClaim() != null
            && volume.getPersistentVolumeClaim().getClaimName().equals(claim)));
  }

  /** Unknown fields in a model and all that it holds, each after the path to it. */
  private static List<String> unknown(String path, Object value) {
    List<String> found = new ArrayList<>();
    if (value instanceof Collection<?> all) {
      all.forEach(one -> found.addAll(unknown(path, one)));
    } else if (value instanceof KubernetesResource) {
      for (PropertyDescriptor property : properties(value)) {
        Object part = get(property, value);
        if (property.getName().equals(UNKNOWN)) {
          ((Map<?, ?>) part).keySet().forEach(name -> found.add(path + ": " + name));
        } else {
          found.addAll(unknown(path + "." + property.getName(), part));
        }
      }
    }
    return found;
  }

  private static PropertyDescriptor[] properties(Object value) {
    try {
      return Introspector.getBeanInfo(value.getClass(), Object.class).getPropertyDescriptors();
    } catch (IntrospectionException e) {
      throw new AssertionError(e);
    }
  }

  private static Object get(PropertyDescriptor property, Object value) {
    try {
      return property.getReadMethod() == null ? null : property.getReadMethod().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
