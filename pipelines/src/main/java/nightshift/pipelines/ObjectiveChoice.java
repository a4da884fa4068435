package nightshift.pipelines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightshift.profiles.Nearest;
import nightshift.profiles.Research;
import nightshift.transforms.stats.Objective;

/** The objectives that were asked for. */
final class ObjectiveChoice {
  /** With several objectives every two candidates of a generation are compared, in memory. */
  private static final int MOST_FOR_SEVERAL = 1_000;

  private ObjectiveChoice() {}

  /**
   * @throws UsageException when there is none of a name, when one is named twice, and when there
   *     are several for too large a population
   */
  static List<Objective> of(Research research) {
    List<Objective> chosen = new ArrayList<>();
    for (String label : research.objective().split(",")) {
      Objective objective = of(label);
      if (chosen.contains(objective)) {
        throw new UsageException(
            "objective '" + label + "' is named twice in --objective=" + research.objective());
      }
      chosen.add(objective);
    }
    if (chosen.size() > 1 && research.population() > MOST_FOR_SEVERAL) {
      throw new UsageException(
          "--population must be 2 to "
              + MOST_FOR_SEVERAL
              + " with several objectives, got "
              + research.population());
    }
    return chosen;
  }

  private static Objective of(String label) {
    List<String> known = Arrays.stream(Objective.values()).map(Objective::label).toList();
    if (!known.contains(label)) {
      throw new UsageException(
          "unknown objective '"
              + label
              + "'"
              + Nearest.hint(label, known)
              + "; objectives are "
              + String.join(", ", known));
    }
    return Objective.of(label);
  }
}
