package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What launches are made and watched with.
 *
 * @param clockNs in ns, of any base
 * @param interrupted asked before and after each launch
 */
record Means(LaunchDriver driver, BlockGuards guards, LongSupplier clockNs, BooleanSupplier interrupted) {}
