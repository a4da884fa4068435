package nightshift.pipelines;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import nightshift.io.research.FreshRun;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;
import nightshift.io.research.RunStanding;
import nightshift.io.research.UnitKey;
import nightshift.io.research.UnitSums;
import nightshift.transforms.UnitPlan;

/**
 * Where a run takes up its work. Starting is recovering: there is one way to begin, whether the
 * same run was never made, was interrupted anywhere, or has finished.
 *
 * @param plan under the name that the run works under
 * @param before how far the same run has come; empty when it begins from nothing
 * @param sums what its finished units took
 */
record Recovery(ResearchPlan plan, Optional<RunStanding> before, UnitSums sums) {

  /**
   * Looks what there is.
   *
   * @param fresh whether nothing of it is to be used; what readers see stays until the new results
   *     are there
   */
  static Recovery of(ResearchPlan plan, boolean fresh, ResearchDatabase database)
      throws ResearchException {
    String runId = plan.search().runId();
    try (ResearchReader reader = ResearchReader.open(database.path())) {
      Optional<RunStanding> known = reader.standing(runId);
      if (fresh) {
        boolean visible = known.isPresent() && !known.get().finishedAt().isEmpty();
        String name = visible ? FreshRun.of(runId) : runId;
        database.forgetRun(name);
        return new Recovery(plan.withRunId(name), Optional.empty(), new UnitSums(0, 0, 0));
      }
      Optional<RunStanding> anew = reader.standing(FreshRun.of(runId));
      String name = anew.isPresent() ? FreshRun.of(runId) : runId;
      return new Recovery(plan.withRunId(name), anew.or(() -> known), reader.sums(name));
    }
  }

  /** The units that need not be done again. */
  Set<UnitKey> done() {
    return before.map(RunStanding::finished).orElse(Set.of());
  }

  /** The units that are left. */
  UnitPlan left() {
    return plan.units().without(done());
  }

  /** Whether the same run has finished, and there is nothing to do. */
  boolean isComplete() {
    return before.isPresent() && before.get().isComplete();
  }

  /** Says so where a run is continued. */
  void print(PrintStream out) {
    if (before.isPresent() && !isComplete()) {
      out.printf(
          "continues what was started on %s: %d of %s are there%n",
          before.get().startedAt(), done().size(), Count.of(plan.units().size(), "unit"));
    }
  }
}
