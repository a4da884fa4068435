package nightshift.io.research;

import java.util.List;

/**
 * What was found out about a run's best candidates when all were known.
 *
 * @param holdout what the champions did on the held-out days
 * @param stability how steady parameters were over the folds
 */
public record Afterwards(List<HoldoutRow> holdout, List<StabilityRow> stability) {
  /** Nothing was. */
  public static final Afterwards NOTHING = new Afterwards(List.of(), List.of());

  public Afterwards {
    holdout = List.copyOf(holdout);
    stability = List.copyOf(stability);
  }
}
