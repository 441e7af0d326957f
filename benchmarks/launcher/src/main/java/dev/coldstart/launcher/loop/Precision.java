package dev.coldstart.launcher.loop;

import dev.coldstart.record.Launch;
import java.util.Collection;
import java.util.List;

/** Whether the ratios are known as well as was asked for. It must not look at whether they differ from 1. */
@FunctionalInterface
public interface Precision {

  /** Was not asked for. */
  Precision NEVER = counted -> false;

  /** @param counted the launches that count, one list a fixture */
  boolean isReached(Collection<List<Launch>> counted);
}
