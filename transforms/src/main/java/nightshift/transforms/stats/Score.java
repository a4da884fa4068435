package nightshift.transforms.stats;

import java.util.Comparator;
import java.util.List;

/**
 * How good a candidate is; the greater, the better. Candidates that qualify are ordered by value. A
 * candidate that does not is worse than any that does; among those more trades are better, so that
 * a search which begins among parameters that never trade finds its way to some that do.
 *
 * @param value the objective, the first of several; with its sign changed where it is minimised;
 *     NaN where it is undefined, which is NULL in the database
 * @param trades how many trades were begun
 * @param qualified whether the values are defined and the trades are enough
 * @param further the other objectives, in the same way
 */
public record Score(double value, int trades, boolean qualified, List<Double> further)
    implements Comparable<Score> {
  private static final Comparator<Score> VALUE = Comparator.comparingDouble(Score::valueOrLowest);
  private static final Comparator<Score> TRADES = Comparator.comparingInt(Score::trades);
  private static final Comparator<Score> VALUE_FIRST =
      VALUE.thenComparing(Score::compareFurther).thenComparing(TRADES);
  private static final Comparator<Score> TRADES_FIRST = TRADES.thenComparing(VALUE);

  public Score {
    further = List.copyOf(further);
    if (trades < 0) {
      throw new IllegalArgumentException("trades must be at least 0, got " + trades);
    }
    if (qualified && !(Double.isFinite(value) && further.stream().allMatch(Double::isFinite))) {
      throw new IllegalArgumentException(
          "a qualified value must be finite, got " + value + (further.isEmpty() ? "" : further));
    }
  }

  /** The score by a single objective. */
  public Score(double value, int trades, boolean qualified) {
    this(value, trades, qualified, List.of());
  }

  /** How many objectives there are. */
  public int objectives() {
    return 1 + further.size();
  }

  /** The value of an objective, from 0, the first. */
  public double value(int objective) {
    return objective == 0 ? value : further.get(objective - 1);
  }

  /**
   * 1 where this one dominates the other, which means that it is no worse in any objective and
   * better in one, -1 where the other dominates this one, else 0. Where one of them does not
   * qualify, the better one dominates.
   */
  public int dominance(Score other) {
    if (!qualified || !other.qualified) {
      return Integer.signum(compareTo(other));
    }
    boolean better = false;
    boolean worse = false;
    for (int i = 0; i < objectives(); i++) {
      int compared = Double.compare(value(i), other.value(i));
      better |= compared > 0;
      worse |= compared < 0;
    }
    return better == worse ? 0 : better ? 1 : -1;
  }

  /** Whether all objectives have the same values. */
  boolean equalsInAll(Score other) {
    return Double.compare(value, other.value) == 0 && further.equals(other.further);
  }

  @Override
  public int compareTo(Score other) {
    if (qualified != other.qualified) {
      return qualified ? 1 : -1;
    }
    return (qualified ? VALUE_FIRST : TRADES_FIRST).compare(this, other);
  }

  private int compareFurther(Score other) {
    for (int i = 0; i < further.size(); i++) {
      int compared = Double.compare(further.get(i), other.further.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private double valueOrLowest() {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}
