package dev.coldstart.record.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** How the records become JSON and back. */
final class RunJson {

  static final JsonMapper MAPPER = JsonMapper.builder()
      .annotationIntrospector(new Contract())
      // Files are read by people too: fields stand in the records' order, instants are ISO-8601.
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
      // A later version may add fields. What a field holds is never guessed: "12", 12.5 and 12 are different.
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .withCoercionConfig(LogicalType.Textual, text -> {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
      })
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /** What a field of a record must be to be read. */
  private static final class Contract extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Each primitive, for Jackson would fill in 0, and missing is not zero. */
    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return member instanceof AnnotatedParameter && member.getRawType().isPrimitive()
          ? Boolean.TRUE
          : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
      // A list's or map's null is in nobody's contract, and would be found only far from its file.
      return member instanceof AnnotatedParameter parameter
          ? JsonSetter.Value.construct(Boolean.TRUE.equals(hasRequiredMarker(config, parameter)) ? Nulls.FAIL : null,
              Nulls.FAIL)
          : super.findSetterInfo(config, member);
    }
  }

  private RunJson() {}

  /** Writes a file, or replaces it, as a whole. */
  static void replace(Path file, Object content) throws IOException {
    WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
  }

  /** What is wrong, without Jackson's class names and source references. */
  static String problem(JacksonException e) {
    String path = e.getPath()
        .stream()
        .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
    String message = e.getOriginalMessage().lines().findFirst().orElse("not readable");
    return path.isEmpty() ? message : "\"" + path + "\": " + message;
  }
}
