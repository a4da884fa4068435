package nightshift.transforms.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a search can be after: a figure of the portfolio's daily net returns or of its trades, that
 * is to be large or, where this is said, small.
 */
public enum Objective {
  /** Annualised Sharpe ratio. */
  SHARPE {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return Metrics.sharpe(outcome.returns(), aims.riskFree());
    }
  },
  /** Annualised Sortino ratio. */
  SORTINO {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return Metrics.sortino(outcome.returns(), aims.riskFree());
    }
  },
  /** Compound annual growth over the maximum drawdown. */
  CALMAR {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return EquityCurve.of(outcome.returns()).calmar();
    }
  },
  /** System quality number of the trades, see {@link TradeStatistics}. */
  SQN {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return outcome.sqn();
    }

    @Override
    public boolean followsTrades() {
      return true;
    }
  },
  /**
   * By how many standard errors the Sharpe ratio is above the best that is to be expected of as
   * many candidates as the search may try, if all were worth nothing: {@link
   * SharpeStatistics#standardErrorsAbove} with {@code V = 1/(T - 1)} for the spread of worthless
   * ratios. The benchmark is known before the search, so that scores of all generations compare.
   * Not the probability, which is 0 or 1 to the last bit long before candidates stop to differ.
   */
  DEFLATED_SHARPE {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      Moments moments = Moments.of(outcome.returns()).less(aims.riskFree());
      double benchmark =
          SharpeStatistics.expectedMaximum(1.0 / (moments.n() - 1), aims.candidates());
      return Metrics.defined(
          SharpeStatistics.standardErrorsAbove(
              moments.ratio(), benchmark, moments.n(), moments.skew(), moments.kurtosis()));
    }
  },
  /** Deepest fall below the highest capital so far, as a fraction from -1 to 0: 0 is the best. */
  MAX_DRAWDOWN {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return EquityCurve.of(outcome.returns()).maxDrawdown();
    }
  },
  /** Compound annual growth rate, as a fraction; orders candidates as their total return does. */
  CAGR {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return EquityCurve.of(outcome.returns()).cagr();
    }
  },
  /** Annualised standard deviation of the daily returns, as a fraction; to be small. */
  VOLATILITY {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return Metrics.volatility(outcome.returns());
    }

    @Override
    public boolean isMinimised() {
      return true;
    }
  },
  /** Capital bought and sold a year, as a multiple of the capital; to be small. */
  TURNOVER {
    @Override
    public double figure(Outcome outcome, Aims aims) {
      return outcome.turnover();
    }

    @Override
    public boolean isMinimised() {
      return true;
    }

    @Override
    public boolean followsTrades() {
      return true;
    }
  };

  /** How many trades a candidate must have made, unless said otherwise. */
  public static final int DEFAULT_MIN_TRADES = 10;

  /** The figure of what a candidate did; NaN where it is undefined, never infinite. */
  public abstract double figure(Outcome outcome, Aims aims);

  /** Whether the figure is to be small. */
  public boolean isMinimised() {
    return false;
  }

  /** Whether the figure is one of the trades, which a search follows only when asked to. */
  public boolean followsTrades() {
    return false;
  }

  /** A figure as something to be maximised, and back: with its sign changed if it is minimised. */
  public double oriented(double figure) {
    // From 0, as the other sign of 0 would be smaller than 0.
    return isMinimised() ? 0 - figure : figure;
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
