package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Home;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A run that is to go on.
 *
 * @param run its folder
 * @param budget how long the launches may take from now on; null for the plan's
 */
public record ResumeRequest(Home home, Path run, Duration budget) {}
