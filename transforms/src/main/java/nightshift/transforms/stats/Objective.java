package nightshift.transforms.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the search maximises: a figure of the portfolio's daily net returns. */
public enum Objective {
  /** Annualised Sharpe ratio. */
  SHARPE {
    @Override
    public double value(double[] returns, double riskFree) {
      return Metrics.sharpe(returns, riskFree);
    }
  },
  /** Annualised Sortino ratio. */
  SORTINO {
    @Override
    public double value(double[] returns, double riskFree) {
      return Metrics.sortino(returns, riskFree);
    }
  },
  /** Compound annual growth over the maximum drawdown. */
  CALMAR {
    @Override
    public double value(double[] returns, double riskFree) {
      return EquityCurve.of(returns).calmar();
    }
  };

  /** How many trades a candidate must have made, unless said otherwise. */
  public static final int DEFAULT_MIN_TRADES = 10;

  /**
   * The figure of these daily net returns; NaN where it is undefined.
   *
   * @param riskFree what money earns a day without risk, as a fraction; where it matters
   */
  public abstract double value(double[] returns, double riskFree);

  /** The score of a candidate with these daily net returns and as many trades. */
  public Score score(double[] returns, int trades, int minTrades, double riskFree) {
    double value = value(returns, riskFree);
    return new Score(value, trades, trades >= minTrades && !Double.isNaN(value));
  }

  /** Lower case, as options and the database have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The objective with a label.
   *
   * @throws IllegalArgumentException which says what there is
   */
  public static Objective of(String label) {
    for (Objective objective : values()) {
      if (objective.label().equals(label)) {
        return objective;
      }
    }
    throw new IllegalArgumentException("objective must be one of " + labels() + ", got " + label);
  }

  private static String labels() {
    return Arrays.stream(values()).map(Objective::label).collect(Collectors.joining(", "));
  }
}
