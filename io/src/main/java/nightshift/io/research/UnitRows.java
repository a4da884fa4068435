package nightshift.io.research;

import java.io.Serializable;
import java.util.List;

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

  /** A candidate, in sample and out of sample; dates are ISO text, inclusive. */
  public record Fitness(
      String trainFrom,
      String trainTo,
      String testFrom,
      String testTo,
      String params,
      double objective,
      double isSharpe,
      int isTrades,
      OutOfSample oos,
      double psr)
      implements Serializable {}

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

  /** A distinct candidate that was evaluated, and its objective in sample. */
  public record Trial(String params, double objective) implements Serializable {}

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
}
