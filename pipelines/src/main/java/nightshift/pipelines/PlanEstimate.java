package nightshift.pipelines;

import nightshift.profiles.MemoryBudget;
import nightshift.profiles.Resources;
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
  private static final long MB = 1 << 20;

  /**
   * A process with the quick compiler alone, young objects included, and no prices yet. Measured.
   */
  private static final long BYTES_OF_QUICK_PROCESS = 110 * MB;

  /** Indicators and returns of a block, for each worker of such a process. Measured. */
  private static final long BYTES_OF_QUICK_WORKER = 24 * MB;

  /** What a process with both compilers takes besides its heap. Measured. */
  private static final long BYTES_BESIDES_HEAP = 125 * MB;

  /** Of its heap, what is neither young nor prices nor indicators. Measured. */
  private static final long BYTES_OF_BEAM = 25 * MB;

  /**
   * Indicators that a worker keeps, for a byte of a fold's prices, where there is room for them.
   */
  private static final int KEPT_FOR_PRICES = 4;

  /** So much of the heap is taken for a byte that is in use, until it is collected. Measured. */
  private static final double HEAP_FOR_PRICES = 1.3;

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
    for (FoldSymbols fold : plan.foldsAndHoldout()) {
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
    long prices = Math.min(room.resources().panelBytes(), held);
    return new PlanEstimate(
        largest,
        peak(room.resources(), workers, largest, prices),
        SECONDS_OF_PROCESS + bars * units * candidates / BARS_A_SECOND / workers);
  }

  private static long peak(Resources resources, int workers, long largest, long prices) {
    MemoryBudget budget = resources.budget();
    if (budget.isQuick()) {
      return BYTES_OF_QUICK_PROCESS + workers * BYTES_OF_QUICK_WORKER + prices;
    }
    long heap =
        budget.youngMb() * MB
            + BYTES_OF_BEAM
            + workers * Math.min(resources.keptBytes(), KEPT_FOR_PRICES * largest)
            + (long) (HEAP_FOR_PRICES * prices);
    return BYTES_BESIDES_HEAP + Math.min(budget.heapMb() * MB, heap);
  }
}
