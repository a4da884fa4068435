package nightshift.pipelines;

import java.util.Arrays;
import java.util.List;
import nightshift.profiles.Nearest;
import nightshift.transforms.stats.Objective;

/** The objective that was asked for. */
final class ObjectiveChoice {
  private ObjectiveChoice() {}

  /**
   * @throws UsageException when there is none of that name
   */
  static Objective of(String label) {
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
