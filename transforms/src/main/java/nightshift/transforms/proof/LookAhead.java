package nightshift.transforms.proof;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Nothing that is decided at a day's close follows from what comes later: for many days and every
 * {@link Future}, each choice is decided again, and must want the same weights of the same symbols
 * up to that day, to the bit. The last of the days ends the window, so that nothing at all may
 * follow from the bars behind it.
 */
final class LookAhead implements Check {
  private static final String FAULT = "looks ahead";

  @Override
  public String name() {
    return "look-ahead";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    long reruns = 0;
    long compared = 0;
    int days = 0;
    for (Trial trial : trials) {
      int[] ends = effort.days(trial);
      days += ends.length;
      for (int day : ends) {
        for (Future future : Future.values()) {
          compared += rerun(trial, day, future);
          reruns += trial.choices().size();
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "%d choices, %d days, %d futures: %,d reruns, %,d decisions the same to the bit",
        trials.get(0).choices().size(),
        days,
        Future.values().length,
        reruns,
        compared);
  }

  private static long rerun(Trial trial, int day, Future future) {
    Random random = new Random(31L * day + future.ordinal());
    Sample rewritten = future.after(trial.sample(), day, random);
    String circumstance = future.text(trial.date(day));
    List<Positions> now = trial.decide(rewritten, circumstance);
    trial.requireSame(now, day, FAULT, circumstance);
    return now.stream().mapToLong(positions -> positions.decisions(day)).sum();
  }
}
