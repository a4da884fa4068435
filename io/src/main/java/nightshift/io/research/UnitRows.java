package nightshift.io.research;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Everything that one unit of work leaves in the database, written in one transaction. NaN is
 * written as NULL.
 */
public record UnitRows(
    Unit unit,
    List<Fitness> fitness,
    List<Generation> generations,
    List<Trial> trials,
    List<SymbolFitness> symbols,
    List<DailyReturns> dailyReturns,
    List<QuarantineRow> quarantine)
    implements Serializable {

  /** The ledger entry; {@code cause} is empty unless the unit failed. */
  public record Unit(
      String runId,
      String market,
      String strategy,
      int fold,
      int island,
      int symbols,
      int generations,
      long evaluations,
      long barsEvaluated,
      String cause)
      implements Serializable {

    public boolean failed() {
      return !cause.isEmpty();
    }
  }

  /**
   * A candidate, in sample and out of sample; dates are ISO text, inclusive. {@code pbo} is of its
   * unit.
   */
  public record Fitness(
      String trainFrom,
      String trainTo,
      String testFrom,
      String testTo,
      String params,
      double objective,
      double isSharpe,
      int isTrades,
      Shape isShape,
      OutOfSample oos,
      double psr,
      double pbo)
      implements Serializable {}

  /** How many daily returns there are, and how they are distributed; the kurtosis is raw. */
  public record Shape(int days, double skew, double kurtosis) implements Serializable {}

  /** What a candidate did on the unseen test days. */
  public record OutOfSample(
      double sharpe,
      double sortino,
      double calmar,
      double totalReturn,
      double cagr,
      double volatility,
      double maxDrawdown,
      double profitFactor,
      double sqn,
      double winRate,
      int trades,
      double exposure,
      double turnover,
      int missingOpens)
      implements Serializable {}

  /** One generation of a population; {@code generation} counts from 1. */
  public record Generation(
      int generation, int evaluated, int valid, int distinct, double best, double mean, double sd)
      implements Serializable {}

  /** A distinct candidate that was evaluated, its objective and its Sharpe ratio in sample. */
  public record Trial(String params, double objective, double sharpe) implements Serializable {}

  /** What the unit's best candidate did on one symbol out of sample. */
  public record SymbolFitness(
      String params, String symbol, double totalReturn, double sharpe, int trades)
      implements Serializable {}

  /**
   * What a candidate brought on each unseen day.
   *
   * @param strategy the unit's, or another that has the unit's test days: it is written under
   *     island 0 then
   * @param days epoch days
   * @param returns net, as fractions
   */
  public record DailyReturns(String strategy, String params, int[] days, double[] returns)
      implements Serializable {

    @Override
    public boolean equals(Object other) {
      return other instanceof DailyReturns that
          && strategy.equals(that.strategy)
          && params.equals(that.params)
          && Arrays.equals(days, that.days)
          && Arrays.equals(returns, that.returns);
    }

    @Override
    public int hashCode() {
      return Objects.hash(strategy, params, Arrays.hashCode(days), Arrays.hashCode(returns));
    }
  }
}
