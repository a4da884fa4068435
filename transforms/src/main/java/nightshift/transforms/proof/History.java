package nightshift.transforms.proof;

import java.util.List;
import java.util.Random;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.proof.Positions.Distance;
import nightshift.transforms.strategy.Values;

/** How much of what lies before the window a strategy needs, on one sample. */
final class History {
  private final Trial trial;
  private final int from;

  History(Trial trial) {
    this.trial = trial;
    this.from = trial.sample().window().from();
  }

  /**
   * How far off the positions are with less history.
   *
   * @param distance of the choice that differs on most symbols
   * @param circumstance what was done to the history
   */
  record Gap(Distance distance, Values choice, String circumstance) {
    boolean isSmall() {
      return distance.differing() <= Math.max(1, distance.held() / WarmUp.ONE_IN);
    }
  }

  /** How many bars there are before the window at most. */
  int bars() {
    return trial.sample().panel().symbols().stream()
        .mapToInt(bars -> bars.firstBarFrom(from))
        .max()
        .orElse(0);
  }

  /** What it makes that each symbol has so many bars before the window, or that others precede. */
  Gap gap(int kept) {
    Panel panel = trial.sample().panel();
    Gap shortened =
        gap(
            Rewritten.shortenedBefore(panel, from, kept),
            "with the last " + kept + " bars of the history alone");
    Gap changed =
        gap(
            Rewritten.changedBefore(panel, from, kept, new Random(kept)),
            "when prices before the last " + kept + " bars of the history are others");
    return shortened.distance().differing() >= changed.distance().differing() ? shortened : changed;
  }

  private Gap gap(Panel other, String circumstance) {
    Sample sample = new Sample(trial.sample().name(), other, trial.sample().window());
    List<Positions> now = trial.decide(sample, circumstance);
    Gap largest = null;
    for (int i = 0; i < now.size(); i++) {
      Distance distance = trial.known(i).distance(now.get(i), sample.window().to(), WarmUp.APART);
      if (largest == null || distance.differing() > largest.distance().differing()) {
        largest = new Gap(distance, trial.choices().get(i), circumstance);
      }
    }
    return largest;
  }

  /**
   * The smallest number of bars that is enough, found by halving.
   *
   * @param enough a number that is
   */
  int needed(int enough) {
    int low = 0;
    int high = enough;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (gap(middle).isSmall()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
