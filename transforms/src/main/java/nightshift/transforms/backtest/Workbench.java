package nightshift.transforms.backtest;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Workspace;

/**
 * The arrays of a worker, which it uses for one {@link Backtest} after another: only the last one
 * made with it may be used. An instance belongs to one worker.
 */
public final class Workbench {
  /** So many candidates' targets are in memory at once; more hardly save any time. */
  static final int CANDIDATES_AT_ONCE = 32;

  private final long keptBytes;
  private final BooleanSupplier brokenOff;
  private final Workspace workspace = new Workspace();
  private final Targets[] targets = new Targets[CANDIDATES_AT_ONCE];
  private Batch batch = new Batch(0);

  /** A workbench that keeps no indicators. */
  public Workbench() {
    this(0);
  }

  /**
   * A workbench.
   *
   * @param keptBytes how much indicators may take that stay from one generation to the next;
   *     changes no result
   */
  public Workbench(long keptBytes) {
    this(keptBytes, () -> false);
  }

  /**
   * A workbench.
   *
   * @param brokenOff asked between two blocks of symbols and between two candidates: whether the
   *     work is not wanted any more
   */
  public Workbench(long keptBytes, BooleanSupplier brokenOff) {
    this.keptBytes = keptBytes;
    this.brokenOff = brokenOff;
    Arrays.setAll(targets, i -> new Targets());
  }

  /** How much indicators may take that stay from one generation to the next. */
  public long keptBytes() {
    return keptBytes;
  }

  /**
   * To be called now and then in a longer work.
   *
   * @throws CancellationException when it is not wanted any more
   */
  void goOn() {
    if (brokenOff.getAsBoolean()) {
      throw new CancellationException("broken off");
    }
  }

  /** The workspace, made ready for symbols of so many bars at most. */
  Workspace workspace(int mostBars) {
    workspace.restart(mostBars, keptBytes);
    return workspace;
  }

  /** The targets of the i-th of some candidates, whatever they were. */
  Targets targets(int i) {
    return targets[i];
  }

  /** A batch for a window. */
  Batch batch(Window window) {
    if (batch.days() != window.days()) {
      batch = new Batch(window.days());
    }
    return batch;
  }
}
