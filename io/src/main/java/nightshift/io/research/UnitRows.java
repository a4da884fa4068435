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
    List<FrontValue> front,
    List<SymbolFitness> symbols,
    List<DailyReturns> dailyReturns,
    List<Baseline> baselines,
    List<PairRow> pairs,
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
      int missingOpens,
      Further further,
      AtCosts withoutCosts,
      AtCosts twiceTheCosts)
      implements Serializable {}

  /** More of it; days are trading days. */
  public record Further(
      double averageDrawdown,
      double maxDrawdownDays,
      double averageDrawdownDays,
      double expectancy,
      double bestTrade,
      double worstTrade,
      double alpha,
      double beta,
      double skew,
      double kurtosis)
      implements Serializable {}

  /** What would have come of it at other costs. */
  public record AtCosts(double sharpe, double totalReturn) implements Serializable {}

  /** What a candidate has to beat on the same test days. */
  public record Baseline(String kind, String params, MainFigures figures) implements Serializable {}

  /**
   * One generation of a population; {@code generation} counts from 1. The front is 0, and NULL in
   * the database, with a single objective.
   */
  public record Generation(
      int generation,
      int evaluated,
      int valid,
      int distinct,
      double best,
      double mean,
      double sd,
      int front)
      implements Serializable {}

  /**
   * A distinct candidate that was evaluated.
   *
   * @param objective NaN where it is undefined or the candidate was not evaluated in full
   * @param sharpe annualised, in sample; NaN likewise
   * @param screenSharpe of one that was looked at on a part of the prices alone; else NaN
   */
  public record Trial(String params, double objective, double sharpe, double screenSharpe)
      implements Serializable {

    /** One that was evaluated in full. */
    public Trial(String params, double objective, double sharpe) {
      this(params, objective, sharpe, Double.NaN);
    }

    /** One that was looked at on a part of the prices. */
    public static Trial screened(String params, double sharpe) {
      return new Trial(params, Double.NaN, Double.NaN, sharpe);
    }
  }

  /**
   * A member of a front by one of the objectives, as the figure is and not as it is maximised.
   *
   * @param place of the member, from 1, the best by the first objective
   * @param priority of the objective, from 1, the one that was named first
   * @param oosValue on the test days; NaN also where the member was not validated
   * @param trades in sample
   * @param crowding room on the front; infinite at its ends
   */
  public record FrontValue(
      String params,
      int place,
      String objective,
      int priority,
      double value,
      double oosValue,
      int trades,
      double crowding)
      implements Serializable {

    /** The same with what it was on the test days. */
    public FrontValue withUnseen(double unseen) {
      return new FrontValue(params, place, objective, priority, value, unseen, trades, crowding);
    }
  }

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
