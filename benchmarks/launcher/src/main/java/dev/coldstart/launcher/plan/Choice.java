package dev.coldstart.launcher.plan;

import dev.coldstart.launcher.catalog.Catalog;
import java.util.List;

/** Says which arms to measure of what there is. */
@FunctionalInterface
public interface Choice {

  /** Every arm chosen; those that cannot run too. */
  List<PlannedArm> from(Catalog catalog);
}
