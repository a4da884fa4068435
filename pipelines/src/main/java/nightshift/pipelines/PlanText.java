package nightshift.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nightshift.profiles.Resources;
import nightshift.transforms.FoldSymbols;
import nightshift.transforms.Keeping;
import nightshift.transforms.walkforward.Fold;

/** Prints a plan: a few lines before a run, all of it for {@code plan}. */
final class PlanText {
  private static final double MB = 1 << 20;

  private PlanText() {}

  /** What a run begins with. */
  static void printShort(ResearchPlan plan, PanelRoom room, PrintStream out) {
    Resources resources = room.resources();
    List<FoldSymbols> folds = plan.folds();
    out.printf(
        Locale.ROOT,
        "market    %s (%s), %d of %d symbols, to %s%n",
        plan.market().location(),
        plan.market().kind(),
        plan.market().coverage().size(),
        plan.market().symbols(),
        plan.last());
    out.printf(
        Locale.ROOT,
        "search    %s x %s x %s = %s, up to %d x %d candidates each, %s%n",
        Count.ofStrategies(plan.search().strategies().size()),
        Count.of(folds.size(), "fold"),
        Count.of(plan.search().islands(), "island"),
        Count.of(plan.units().size(), "unit"),
        plan.search().evolution().population(),
        plan.search().evolution().generations(),
        plan.search().evolution().method().label());
    out.printf(
        Locale.ROOT,
        "folds     %s%n",
        folds.size() == 1
            ? dates(folds.get(0).fold())
            : dates(folds.get(0).fold()) + ", and earlier");
    plan.holdout()
        .map(FoldSymbols::fold)
        .ifPresent(
            days ->
                out.printf(
                    "holdout   %s to %s, for the champions alone%n",
                    days.testFrom(), days.testTo()));
    PlanEstimate estimate = PlanEstimate.of(plan, room);
    out.printf(
        Locale.ROOT,
        "needs     %.1f MB to read, %.1f MB for the largest panel%s, about %.0f MB of %d MB memory,"
            + " about %s with %s%n",
        plan.bytesToRead() / MB,
        estimate.largestPanelBytes() / MB,
        usesScratch(plan, room) ? " (in a file in " + room.folder() + ")" : "",
        estimate.peakBytes() / MB,
        resources.memoryMb(),
        RunProgress.duration(estimate.seconds()),
        Count.of(resources.workers(), "worker"));
    for (String reason : plan.market().unreadable()) {
      out.println("set aside " + reason);
    }
  }

  private static boolean usesScratch(ResearchPlan plan, PanelRoom room) {
    return plan.folds().stream().anyMatch(fold -> room.keeping(plan, fold) == Keeping.SCRATCH);
  }

  /** Everything that is known before a price is read. */
  static void printLong(ResearchPlan plan, PanelRoom room, PrintStream out) {
    out.println("run       " + plan.search().runId());
    printShort(plan, room, out);
    out.println("columns   " + plan.columns());
    out.println("strategy  " + String.join(", ", plan.search().strategies()));
    out.println();
    out.println("fold  symbols       bars  train                     test");
    for (FoldSymbols fold : plan.folds()) {
      Fold dates = fold.fold();
      out.printf(
          Locale.ROOT,
          "%4d  %7d  %9d  %s to %s  %s to %s%n",
          dates.year(),
          fold.symbols().size(),
          fold.bars(),
          dates.trainFrom(),
          dates.trainTo(),
          dates.testFrom(),
          dates.testTo());
    }
    out.println();
    out.println(
        "symbols   "
            + String.join(" ", plan.market().coverage().stream().map(c -> c.symbol()).toList()));
  }

  private static String dates(Fold fold) {
    return String.format(
        "train %s to %s, test %s to %s",
        fold.trainFrom(), fold.trainTo(), fold.testFrom(), fold.testTo());
  }
}
