package nightshift.transforms.proof;

import java.util.List;
import nightshift.transforms.proof.History.Gap;

/**
 * A strategy needs no more bars before its window than it declares. What it really needs is found
 * by leaving bars out, and by changing those that would be left out: the smallest number with which
 * the same weights are wanted, found by halving, which takes for granted that more bars never make
 * it worse.
 *
 * <p>What remembers every bar, as Wilder's averages do, never forgets entirely: a stop that lies a
 * millionth higher is met a day sooner once in many years. Bars that are truly missing show on many
 * symbols at once. So the same means here: weights count as different when they are further apart
 * than {@link #APART}, and with no choice may more than one symbol in {@link #ONE_IN} of those held
 * be different on any day, or more than a single one.
 */
final class WarmUp implements Check {
  static final double APART = 1e-6;
  static final int ONE_IN = 20;

  @Override
  public String name() {
    return "warm-up";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    int declared = trials.get(0).strategy().warmUp();
    int needed = 0;
    for (Trial trial : trials) {
      History history = new History(trial);
      int most = Math.min(declared, history.bars());
      Gap gap = history.gap(most);
      if (!gap.isSmall()) {
        throw new BrokenPromiseException(tooShort(trial, gap, declared, history));
      }
      needed = effort == Effort.THOROUGH ? Math.max(needed, history.needed(most)) : needed;
    }
    return "declared "
        + declared
        + " bars, "
        + (effort == Effort.THOROUGH ? "needed " + needed : "enough");
  }

  private static Finding tooShort(Trial trial, Gap gap, int declared, History history) {
    int bars = history.bars();
    int needed = history.needed(bars);
    // What has not settled near the end of all there is would not settle with more.
    String need = needed < bars - bars / 20 ? "needs " + needed : "never settles";
    return trial.finding(
        "declares a warm-up of " + declared + " bars and " + need,
        gap.choice(),
        gap.distance().first(),
        gap.circumstance());
  }
}
