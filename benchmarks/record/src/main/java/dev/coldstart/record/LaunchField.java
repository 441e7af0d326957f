package dev.coldstart.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The numbers of a launch that may be absent, in the record's order, each a column of its own in {@link Launches}. */
public enum LaunchField {
  FIRST_RESPONSE_NS(Launch::firstResponseNs),
  WALL_NS(Launch::wallNs),
  BOOT_NS(phase(PhasesNs::boot)),
  LOAD_NS(phase(PhasesNs::load)),
  PARSE_NS(phase(PhasesNs::parse)),
  COMPILE_NS(phase(PhasesNs::compile)),
  INSTANTIATE_NS(phase(PhasesNs::instantiate)),
  FIRST_INVOKE_NS(phase(PhasesNs::firstInvoke)),
  DELIVERY_NS(Launch::deliveryNs),
  CPU_NS(Launch::cpuNs),
  RUN_QUEUE_NS(Launch::runQueueNs),
  PEAK_RSS_BYTES(Launch::peakRssBytes),
  MAJOR_FAULTS(Launch::majorFaults),
  CLASSES_LOADED(Launch::classesLoaded),
  CLASSES_FROM_ARCHIVE(Launch::classesFromArchive),
  JIT_NS(Launch::jitNs),
  GC_NS(Launch::gcNs),
  EXIT_CODE(launch -> launch.exitCode() == null ? null : launch.exitCode().longValue());

  /** In the order of {@link PhasesNs#NAMES}. */
  public static final List<LaunchField> PHASES =
      List.of(BOOT_NS, LOAD_NS, PARSE_NS, COMPILE_NS, INSTANTIATE_NS, FIRST_INVOKE_NS);

  static final List<LaunchField> ALL = Arrays.asList(values());

  private final Function<Launch, Long> of;

  LaunchField(Function<Launch, Long> of) {
    this.of = of;
  }

  private static Function<Launch, Long> phase(Function<PhasesNs, Long> of) {
    return launch -> launch.phasesNs() == null ? null : of.apply(launch.phasesNs());
  }

  /** Null where it is absent. */
  Long of(Launch launch) {
    return of.apply(launch);
  }
}
