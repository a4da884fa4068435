package nightshift.pipelines.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchRow;
import nightshift.io.research.ResearchView;
import nightshift.transforms.trust.DailySeries;

/**
 * What the champions of all folds of a run brought on their unseen days, one fold after the other,
 * as the verdicts have it (docs/trust.md): on the days of a fold without a champion nothing is
 * held.
 *
 * @param days epoch days, ascending: those of buy and hold
 * @param strategies by name, a return for each day
 * @param buyAndHold a return for each day
 */
public record StitchedReturns(int[] days, Map<String, double[]> strategies, double[] buyAndHold) {

  /** Of a run; without days when it has not got so far. */
  public static StitchedReturns of(ResearchView view, ReportedRun run) throws ResearchException {
    DailySeries market =
        DailySeries.stitch(
            view.list(
                "SELECT days, returns FROM daily_returns"
                    + " WHERE run_id = ? AND strategy = 'buy_and_hold' ORDER BY fold",
                StitchedReturns::series,
                run.runId()));
    Map<String, double[]> strategies = new TreeMap<>();
    view.each(
        """
        SELECT d.days, d.returns, d.strategy FROM fitness f
        JOIN daily_returns d ON d.run_id = f.run_id AND d.strategy = f.strategy
          AND d.fold = f.fold AND d.params = f.params
        WHERE f.run_id = ? AND f.rank = 1 AND f.objective IS NOT NULL
        ORDER BY f.strategy, f.fold, d.island DESC""",
        row ->
            place(
                series(row),
                market.days(),
                strategies.computeIfAbsent(row.text(3), name -> new double[market.days().length])),
        run.runId());
    return new StitchedReturns(market.days(), strategies, market.returns());
  }

  private static DailySeries series(ResearchRow row) throws ResearchException {
    return new DailySeries(row.wholes(1), row.numbers(2));
  }

  private static void place(DailySeries fold, int[] days, double[] returns) {
    for (int i = 0; i < fold.days().length; i++) {
      int place = Arrays.binarySearch(days, fold.days()[i]);
      if (place >= 0) {
        returns[place] = fold.returns()[i];
      }
    }
  }

  /** The names of all lines, buy and hold last. */
  public List<String> names() {
    List<String> names = new ArrayList<>(strategies.keySet());
    names.add(BUY_AND_HOLD);
    return names;
  }

  /** The returns of a line. */
  public double[] returns(String name) {
    return name.equals(BUY_AND_HOLD) ? buyAndHold : strategies.get(name);
  }

  /** What the market is called in tables and charts. */
  public static final String BUY_AND_HOLD = "buy_and_hold";
}
