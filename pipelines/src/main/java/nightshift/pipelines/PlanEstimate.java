package nightshift.pipelines;

import nightshift.transforms.FoldBytes;
import nightshift.transforms.FoldSymbols;
import nightshift.transforms.Keeping;

/**
 * About what a run will take, from sizes alone.
 *
 * @param largestPanelBytes the prices of the largest fold, an upper bound
 * @param peakBytes resident memory of the process at its largest
 * @param seconds wall-clock time of the run
 */
record PlanEstimate(long largestPanelBytes, long peakBytes, double seconds) {
  /** A process that has just begun: the Java machine, Beam, SQLite. Measured. */
  private static final long BYTES_OF_QUICK_PROCESS = 110L << 20;

  /** The same with both compilers, of a run long enough to need more room for new objects. */
  private static final long BYTES_OF_FULL_PROCESS = 160L << 20;

  /** Indicators and returns of a block, for each worker. Measured. */
  private static final long BYTES_OF_WORKER = 24L << 20;

  /** Seconds before the first unit and after the last. Measured. */
  private static final double SECONDS_OF_PROCESS = 2.5;

  /** Bars that one worker evaluates a second, over all strategies. Measured; differs by machine. */
  private static final double BARS_A_SECOND = 200e6;

  /**
   * Of the candidates that there is room for in all generations, so many are evaluated: the others
   * were seen before, or the search ended early. Measured over the eight strategies.
   */
  private static final double EVALUATED = 0.25;

  static PlanEstimate of(ResearchPlan plan, PanelRoom room) {
    long largest = 0;
    long held = 0;
    int workers = Math.min(room.resources().workers(), plan.units().size());
    for (FoldSymbols fold : plan.folds()) {
      FoldBytes sizes = PanelRoom.sizes(plan, fold);
      Keeping keeping = room.keeping(plan, fold);
      largest = Math.max(largest, sizes.panel(Keeping.MEMORY));
      long working = sizes.most(keeping) - sizes.panel(keeping);
      held =
          Math.max(
              held,
              Math.min(workers, plan.folds().size()) * sizes.panel(keeping) + workers * working);
    }
    double candidates =
        EVALUATED
            * plan.search().evolution().population()
            * plan.search().evolution().generations();
    double bars = plan.folds().stream().mapToDouble(FoldSymbols::bars).sum();
    double units = (double) plan.search().strategies().size() * plan.search().islands();
    return new PlanEstimate(
        largest,
        (room.resources().budget().isQuick() ? BYTES_OF_QUICK_PROCESS : BYTES_OF_FULL_PROCESS)
            + workers * BYTES_OF_WORKER
            + Math.min(room.resources().panelBytes(), held),
        SECONDS_OF_PROCESS + bars * units * candidates / BARS_A_SECOND / workers);
  }
}
