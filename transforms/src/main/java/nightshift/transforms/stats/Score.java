package nightshift.transforms.stats;

import java.util.Comparator;

/**
 * How good a candidate is; the greater, the better. Candidates that qualify are ordered by value. A
 * candidate that does not is worse than any that does; among those more trades are better, so that
 * a search which begins among parameters that never trade finds its way to some that do.
 *
 * @param value the objective; NaN where it is undefined, which is NULL in the database
 * @param trades how many trades were begun
 * @param qualified whether the value is defined and the trades are enough
 */
public record Score(double value, int trades, boolean qualified) implements Comparable<Score> {
  private static final Comparator<Score> VALUE = Comparator.comparingDouble(Score::valueOrLowest);
  private static final Comparator<Score> TRADES = Comparator.comparingInt(Score::trades);
  private static final Comparator<Score> VALUE_FIRST = VALUE.thenComparing(TRADES);
  private static final Comparator<Score> TRADES_FIRST = TRADES.thenComparing(VALUE);

  public Score {
    if (trades < 0) {
      throw new IllegalArgumentException("trades must be at least 0, got " + trades);
    }
    if (qualified && !Double.isFinite(value)) {
      throw new IllegalArgumentException("a qualified value must be finite, got " + value);
    }
  }

  @Override
  public int compareTo(Score other) {
    if (qualified != other.qualified) {
      return qualified ? 1 : -1;
    }
    return (qualified ? VALUE_FIRST : TRADES_FIRST).compare(this, other);
  }

  private double valueOrLowest() {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}
