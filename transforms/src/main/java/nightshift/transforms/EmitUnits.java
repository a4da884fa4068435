package nightshift.transforms;

import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;

/**
 * Emits the units of a plan one at a time, and gives way after each. A runner that works
 * breadth-first would otherwise hold every unit at one step before any reaches the next, and
 * nothing would be written before the night is over. When the process is to stop, those that are
 * left are not emitted any more.
 */
@DoFn.BoundedPerElement
final class EmitUnits extends DoFn<UnitPlan, Unit> {

  @GetInitialRestriction
  public OffsetRange all(@Element UnitPlan plan) {
    return new OffsetRange(0, plan.size());
  }

  @GetSize
  public double size(@Restriction OffsetRange range) {
    return range.getTo() - range.getFrom();
  }

  @ProcessElement
  public ProcessContinuation emit(
      @Element UnitPlan plan,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<Unit> out) {
    OffsetRange range = tracker.currentRestriction();
    // What lies behind the end can be claimed by nobody: so nothing of the rest is left to do.
    long next = Stop.ofThisProcess().isAsked() ? range.getTo() : range.getFrom();
    if (!tracker.tryClaim(next)) {
      return ProcessContinuation.stop();
    }
    out.output(plan.get(Math.toIntExact(next)));
    return ProcessContinuation.resume();
  }
}
