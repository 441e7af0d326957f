package dev.coldstart.report.export;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.coldstart.record.Counter;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.RunStatus;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.NameTransformer;

/** Maps the numbers, estimates and enums of a summary to JSON. */
public final class SummaryMapper {

  /**
   * To 1 ns for a ms, and 1 in a million for a ratio. More would be noise, and could print differently between JDKs.
   */
  private static final int DECIMALS = 6;

  private static final String CPU_PER_WALL = "cpuPerWallMedian";

  static final JsonMapper JSON = rounding().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .addMixIn(RunStatus.class, Word.class)
      .addMixIn(Verdict.class, Word.class)
      .addModule(new SimpleModule().addDeserializer(Double.class, new NumberReader())
          .addDeserializer(double.class, new NumberReader())
          .addDeserializer(Verdict.class, new VerdictReader())
          .addSerializer(Estimate.class, new EstimateWriter(NameTransformer.NOP))
          .addDeserializer(Estimate.class, new EstimateReader(NameTransformer.NOP))
          .addSerializer(CounterMedians.class, new CountersWriter())
          .addDeserializer(CounterMedians.class, new CountersReader()))
      .build();

  private SummaryMapper() {}

  /** Writes records in their components' order, and rounds numbers. One that is unknown or was not reached is null. */
  public static JsonMapper.Builder rounding() {
    NumberWriter numbers = new NumberWriter();
    return JsonMapper.builder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .addModule(new SimpleModule().addSerializer(Double.class, numbers).addSerializer(double.class, numbers));
  }

  /** Infinite (not reached) and NaN (unknown) both become null. */
  private static BigDecimal rounded(double value) {
    return Double.isFinite(value) ? Format.rounded(value, DECIMALS) : null;
  }

  /** Writes an enum as its word. */
  private interface Word {

    @JsonValue
    String word();
  }

  private static final class NumberWriter extends ValueSerializer<Double> {

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(rounded(value));
    }
  }

  private static final class NumberReader extends ValueDeserializer<Double> {

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) {
      return json.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class VerdictReader extends ValueDeserializer<Verdict> {

    @Override
    public Verdict deserialize(JsonParser json, DeserializationContext context) {
      String word = json.getString();
      return Verdict.ofWord(word).orElseThrow(() -> context.weirdStringException(word, Verdict.class, "not a verdict"));
    }
  }

  /**
   * The names of an estimate's three fields in the record that contains it: {@code ratio}, {@code ratioCiLow} and
   * {@code ratioCiHigh}. An estimate with a unit is a median, which its name says before the unit:
   * {@code firstResponseMedianMs}, {@code firstResponseCiLowMs}.
   */
  private record Names(String value, String low, String high) {

    private static final String ANY = "|";

    static Names of(NameTransformer around) {
      boolean unit = !around.transform(ANY).endsWith(ANY);
      return new Names(around.transform(unit ? "Median" : ""), around.transform("CiLow"), around.transform("CiHigh"));
    }
  }

  private static final class EstimateWriter extends ValueSerializer<Estimate> {

    private final Names names;

    EstimateWriter(NameTransformer around) {
      this.names = Names.of(around);
    }

    @Override
    public boolean isUnwrappingSerializer() {
      return true;
    }

    @Override
    public ValueSerializer<Estimate> unwrappingSerializer(NameTransformer around) {
      return new EstimateWriter(around);
    }

    @Override
    public void serialize(Estimate estimate, JsonGenerator json, SerializationContext context) {
      json.writeName(names.value()).writeNumber(rounded(estimate.value()));
      json.writeName(names.low()).writeNumber(rounded(estimate.low()));
      json.writeName(names.high()).writeNumber(rounded(estimate.high()));
    }
  }

  private static final class EstimateReader extends ValueDeserializer<Estimate> {

    private final Names names;

    EstimateReader(NameTransformer around) {
      this.names = Names.of(around);
    }

    @Override
    public ValueDeserializer<Estimate> unwrappingDeserializer(DeserializationContext context, NameTransformer around) {
      return new EstimateReader(around);
    }

    @Override
    public Estimate deserialize(JsonParser json, DeserializationContext context) {
      JsonNode fields = context.readTree(json);
      return new Estimate(fields.path(names.value()).asDouble(Double.NaN),
          fields.path(names.low()).asDouble(Double.NaN), fields.path(names.high()).asDouble(Double.NaN));
    }
  }

  /** Writes a field for each shown counter, in the table's order. */
  private static final class CountersWriter extends ValueSerializer<CounterMedians> {

    @Override
    public boolean isUnwrappingSerializer() {
      return true;
    }

    @Override
    public void serialize(CounterMedians counters, JsonGenerator json, SerializationContext context) {
      for (Counter counter : Counter.shown()) {
        json.writeName(counter.medianKey()).writeNumber(rounded(counters.of(counter)));
        if (counter == Counter.CPU) {
          json.writeName(CPU_PER_WALL).writeNumber(rounded(counters.cpuPerWall()));
        }
      }
    }
  }

  private static final class CountersReader extends ValueDeserializer<CounterMedians> {

    @Override
    public ValueDeserializer<CounterMedians> unwrappingDeserializer(DeserializationContext context,
        NameTransformer around) {
      return new CountersReader();
    }

    @Override
    public CounterMedians deserialize(JsonParser json, DeserializationContext context) {
      JsonNode fields = context.readTree(json);
      Map<Counter, Double> medians = new EnumMap<>(Counter.class);
      for (Counter counter : Counter.shown()) {
        if (fields.path(counter.medianKey()).isNumber()) {
          medians.put(counter, fields.path(counter.medianKey()).asDouble());
        }
      }
      return new CounterMedians(medians, fields.path(CPU_PER_WALL).asDouble(Double.NaN));
    }
  }
}
