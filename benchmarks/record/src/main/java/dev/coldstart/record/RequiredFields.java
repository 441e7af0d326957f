package dev.coldstart.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Set;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Which fields a file must have: each primitive, for Jackson would fill in 0, and missing is not zero; and what no
 * reader can do without.
 */
final class RequiredFields extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  private static final Set<String> NEEDED =
      Set.of("runId", "startedAt", "plan", "machine", "jdks", "fixtures", "arms", "notes", "arm", "runtime",
          "runtimeLabel", "configuration", "label", "profile", "jdk", "fixture", "fused", "command", "id", "preset",
          "kind", "mechanism", "yardstick", "generations", "candidates", "rounds", "run", "chosen", "to");

  @Override
  public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return required(config, member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
    // A list's or map's null is in nobody's contract, and would be found only far from its file.
    return member instanceof AnnotatedParameter
        ? JsonSetter.Value.construct(required(config, (AnnotatedMember) member) ? Nulls.FAIL : null, Nulls.FAIL)
        : super.findSetterInfo(config, member);
  }

  private boolean required(MapperConfig<?> config, AnnotatedMember member) {
    return member instanceof AnnotatedParameter
        && (member.getRawType().isPrimitive() || NEEDED.contains(findImplicitPropertyName(config, member)));
  }
}
