package nightshift.transforms;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import nightshift.io.research.BestOfFold;
import nightshift.io.research.HoldoutRow;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.BuyAndHold;
import nightshift.transforms.backtest.Detail;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.AlphaBeta;
import nightshift.transforms.stats.EquityCurve;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * Runs champions on the days that nothing else has seen. Done when the search is over; nothing is
 * chosen by what comes of it.
 *
 * @param days the held-out days as those of a test, and the symbols that have bars in these years
 */
public record HoldoutTrial(MarketSource source, FoldSymbols days, Search search) {

  /**
   * What a champion does on these days.
   *
   * @throws IOException when there are no prices of these days, or the strategy fails
   */
  public HoldoutRow run(BestOfFold champion) throws IOException, InterruptedException {
    PanelRequest request = new PanelRequest(source, days, search);
    Panels.Lease lease =
        Panels.ofThisProcess().lease(request, champion.strategy(), PanelLoader::of);
    try {
      return UnitThreads.ofThisProcess()
          .run("holdout of " + champion.strategy(), lease, () -> run(champion, lease.loaded()));
    } catch (ExecutionException e) {
      throw new IOException(Failures.describe(e.getCause()), e);
    }
  }

  private HoldoutRow run(BestOfFold champion, PanelLoader.Loaded loaded) {
    return Stage.VALIDATING.time(
        () -> Workbenches.ofThisProcess().with(bench -> run(champion, loaded.panel(), bench)));
  }

  private HoldoutRow run(BestOfFold champion, Panel panel, Workbench bench) {
    LocalDate from = days.fold().testFrom();
    LocalDate to = days.fold().testTo();
    Window window = panel.window(from, to);
    Strategy strategy = Strategies.named(champion.strategy());
    Values values = Values.ofJson(strategy.parameters(), champion.params());
    double[] held = BuyAndHold.over(panel, window, search.costs(), bench).returns();
    Detail detail =
        new Backtest(panel, window, strategy, search.costs(), bench)
            .summaries(List.of(values))
            .get(0);
    AlphaBeta line = AlphaBeta.of(detail.returns(), held, search.riskFree());
    return new HoldoutRow(
        champion.strategy(),
        champion.fold(),
        champion.params(),
        from.toString(),
        to.toString(),
        Comparison.figures(detail, search),
        line.alpha(),
        line.beta(),
        new UnitRows.AtCosts(
            Metrics.sharpe(held, search.riskFree()), EquityCurve.of(held).totalReturn()));
  }
}
