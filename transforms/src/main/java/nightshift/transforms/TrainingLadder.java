package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.evolve.Ladder;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * The rungs on which a unit's candidates are looked at: some of the symbols on the latest days of
 * the training first, then all symbols on all days. Where there are few symbols and few days there
 * is nothing but the last.
 */
public final class TrainingLadder implements Ladder {
  /** Of the symbols, every so manieth is looked at first. */
  private static final int SYMBOLS = 4;

  private static final int LEAST_SYMBOLS = 10;

  /** Of the days, the latest part. */
  private static final int DAYS = 2;

  private static final int LEAST_DAYS = 126;

  /** A rung that costs a larger share of the whole is not worth it. */
  private static final double DEAREST = 0.5;

  /** Is told of each batch. */
  public interface Listener {

    /**
     * Takes a batch, which the next one overwrites.
     *
     * @param inFull whether it was evaluated on all of the training
     */
    void searched(boolean inFull, List<Values> candidates, Batch batch);
  }

  private record Rung(Backtest backtest, Aims aims, double share) {}

  private final List<Rung> rungs = new ArrayList<>();
  private final Listener listener;

  /**
   * A ladder.
   *
   * @param whole all of the training
   * @param lower for the backtest of a lower rung; null for a ladder without
   * @param listener is told of each batch before its scores are given away
   */
  public TrainingLadder(
      Backtest whole,
      Panel panel,
      Window training,
      Strategy strategy,
      Costs costs,
      Aims aims,
      Workbench lower,
      Listener listener) {
    this.listener = listener;
    if (lower != null) {
      Panel some = some(panel);
      Window latest = latest(training);
      if (some != panel || !latest.equals(training)) {
        Backtest first = new Backtest(some, latest, strategy, costs, lower);
        double share = (double) first.bars() / Math.max(1, whole.bars());
        if (share > 0 && share <= DEAREST) {
          rungs.add(new Rung(first, aims.onShare(share), share));
        }
      }
    }
    rungs.add(new Rung(whole, aims, 1));
  }

  /** How many of a panel's symbols the first rung has. */
  static int symbolsOfFirst(int symbols) {
    return symbols < 2 * LEAST_SYMBOLS ? symbols : Math.max(LEAST_SYMBOLS, symbols / SYMBOLS);
  }

  private static Panel some(Panel panel) {
    int count = symbolsOfFirst(panel.size());
    return count == panel.size()
        ? panel
        : panel.some(
            IntStream.range(0, count).map(i -> (int) ((long) i * panel.size() / count)).toArray());
  }

  private static Window latest(Window training) {
    int days = Math.max(Math.min(LEAST_DAYS, training.days()), training.days() / DAYS);
    return new Window(training.to() - days, training.to());
  }

  @Override
  public int rungs() {
    return rungs.size();
  }

  @Override
  public double share(int rung) {
    return rungs.get(rung).share();
  }

  @Override
  public List<Score> score(int rung, List<Values> candidates) {
    Rung on = rungs.get(rung);
    Batch batch =
        on.aims().followTrades()
            ? on.backtest().searchTrades(candidates)
            : on.backtest().search(candidates);
    listener.searched(rung == top(), candidates, batch);
    List<Score> scores = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      scores.add(on.aims().score(batch.outcome(i)));
    }
    return scores;
  }

  /** So far, on all rungs: candidates times bars, all symbols together. */
  public long barsEvaluated() {
    return rungs.stream().mapToLong(rung -> rung.backtest().barsEvaluated()).sum();
  }
}
