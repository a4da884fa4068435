package nightshift.pipelines;

import nightshift.profiles.Resources;
import nightshift.transforms.FoldSymbols;

/**
 * About what a run will take, from sizes alone.
 *
 * @param largestPanelBytes the largest of the folds' panels, an upper bound
 * @param peakBytes resident memory of the process at its largest
 * @param seconds wall-clock time of the run
 */
record PlanEstimate(long largestPanelBytes, long peakBytes, double seconds) {
  /** A process that has just begun: the Java machine, Beam, SQLite. Measured. */
  private static final long BYTES_OF_PROCESS = 235L << 20;

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

  static PlanEstimate of(ResearchPlan plan, Resources resources) {
    long largest = plan.folds().stream().mapToLong(fold -> panelBytes(plan, fold)).max().orElse(0);
    double candidates =
        EVALUATED
            * plan.search().evolution().population()
            * plan.search().evolution().generations();
    double bars = plan.folds().stream().mapToDouble(FoldSymbols::bars).sum();
    double units = (double) plan.search().strategies().size() * plan.search().islands();
    int workers = Math.min(resources.workers(), plan.units().size());
    return new PlanEstimate(
        largest,
        BYTES_OF_PROCESS
            + workers * BYTES_OF_WORKER
            + Math.min(workers, plan.folds().size()) * largest,
        SECONDS_OF_PROCESS + bars * units * candidates / BARS_A_SECOND / workers);
  }

  private static long panelBytes(ResearchPlan plan, FoldSymbols fold) {
    return fold.panelBytes(plan.search().columns().size());
  }
}
