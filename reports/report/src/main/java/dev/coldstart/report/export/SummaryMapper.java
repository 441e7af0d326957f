package dev.coldstart.report.export;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the numbers and words of a summary stand in JSON. */
public final class SummaryMapper {

  /** To 1 ns in a ms, and 1 in a million of a ratio; more would be noise, and print differently from JDK to JDK. */
  private static final int DECIMALS = 6;

  static final JsonMapper JSON =
      rounding(null).addMixIn(RunStatus.class, Word.class).addMixIn(Verdict.class, Word.class).build();

  private SummaryMapper() {}

  /**
   * Writes records in their components' order, and rounds numbers.
   *
   * @param unreached the text for a number that is not known or not reached; null where null stands for it
   */
  public static JsonMapper.Builder rounding(String unreached) {
    NumberWriter numbers = new NumberWriter(unreached);
    return JsonMapper.builder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .addModule(new SimpleModule().addSerializer(Double.class, numbers).addSerializer(double.class, numbers));
  }

  /** What is not reached is null, as what is not known. */
  private static BigDecimal rounded(double value) {
    return Double.isFinite(value) ? Format.rounded(value, DECIMALS) : null;
  }

  /** An enum stands as its word. */
  private interface Word {

    @JsonValue
    String word();
  }

  private static final class NumberWriter extends ValueSerializer<Double> {

    private final String unreached;

    NumberWriter(String unreached) {
      this.unreached = unreached;
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      if (unreached == null || Double.isFinite(value)) {
        json.writeNumber(rounded(value));
      } else {
        json.writeString(unreached);
      }
    }
  }
}
