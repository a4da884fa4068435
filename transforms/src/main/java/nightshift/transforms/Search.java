package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.io.market.Column;
import nightshift.io.research.WarmStart;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Objective;

/**
 * What is searched for, and how: everything that decides the results of a unit besides its fold and
 * its prices.
 *
 * @param runId the run, a hash of what decides its results; empty until it is known
 * @param market the market's name
 * @param strategies names of strategies
 * @param warmUp how many bars before a fold's first day are loaded: the most that any of the
 *     strategies looks at
 * @param columns the columns that any of the strategies looks at
 * @param objectives what is searched for, the first is what candidates are ranked by
 * @param minTrades the floor on the number of trades, see {@link Aims}
 * @param riskFree what money earns a day without risk, as a fraction
 * @param champions how many of a unit's best candidates are validated, at least 1
 * @param warmStart what the searches take in after their first generation
 */
public record Search(
    String runId,
    String market,
    List<String> strategies,
    int warmUp,
    List<Column> columns,
    List<Objective> objectives,
    int minTrades,
    double riskFree,
    Costs costs,
    EvolutionSettings evolution,
    int islands,
    int champions,
    long seed,
    WarmStart warmStart)
    implements Serializable {

  public Search {
    strategies = List.copyOf(strategies);
    columns = List.copyOf(columns);
    objectives = List.copyOf(objectives);
  }

  /** A search that begins with nothing. */
  public Search(
      String runId,
      String market,
      List<String> strategies,
      int warmUp,
      List<Column> columns,
      List<Objective> objectives,
      int minTrades,
      double riskFree,
      Costs costs,
      EvolutionSettings evolution,
      int islands,
      int champions,
      long seed) {
    this(
        runId,
        market,
        strategies,
        warmUp,
        columns,
        objectives,
        minTrades,
        riskFree,
        costs,
        evolution,
        islands,
        champions,
        seed,
        WarmStart.COLD);
  }

  /**
   * What each unit is after. The islands of a strategy and fold search for the same champion, so
   * that their candidates count together.
   */
  public Aims aims() {
    long candidates = evolution.mostCandidates() * islands;
    return new Aims(objectives, minTrades, riskFree, candidates);
  }

  /** The same search under the identity of a run. */
  public Search withRunId(String id) {
    return with(id, warmStart);
  }

  /** The same search with something to begin with, which makes it another run. */
  public Search with(String id, WarmStart start) {
    return new Search(
        id,
        market,
        strategies,
        warmUp,
        columns,
        objectives,
        minTrades,
        riskFree,
        costs,
        evolution,
        islands,
        champions,
        seed,
        start);
  }
}
