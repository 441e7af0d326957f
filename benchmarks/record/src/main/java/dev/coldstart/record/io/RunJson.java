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

/** Converts records to JSON and back. */
final class RunJson {

  static final JsonMapper MAPPER = JsonMapper.builder()
      .annotationIntrospector(new Contract())
      // People read the files too: fields are in the records' order, and instants are ISO-8601.
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
      // A later version may add fields. Values are never converted: "12", 12.5 and 12 are different.
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

  /** The rules for a record's fields when it is read. */
  private static final class Contract extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Every primitive is required. Jackson would fill in 0, but missing is not zero. */
    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return member instanceof AnnotatedParameter && member.getRawType().isPrimitive()
          ? Boolean.TRUE
          : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
      // No contract allows null in a list or map, and it would be noticed only far from its file.
      return member instanceof AnnotatedParameter parameter
          ? JsonSetter.Value.construct(Boolean.TRUE.equals(hasRequiredMarker(config, parameter)) ? Nulls.FAIL : null,
              Nulls.FAIL)
          : super.findSetterInfo(config, member);
    }
  }

  private RunJson() {}

  /** Writes or replaces a file atomically. */
  static void replace(Path file, Object content) throws IOException {
    WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
  }

  /** The problem in words, without Jackson's class names and source references. */
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
