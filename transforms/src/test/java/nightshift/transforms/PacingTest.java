package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Units are emitted as they are worked off, so that results are written from the beginning on. */
class PacingTest {
  private static final int UNITS = 60;
  private static final AtomicInteger UNWRITTEN = new AtomicInteger();
  private static final AtomicInteger MOST_UNWRITTEN = new AtomicInteger();
  private static final AtomicInteger WRITTEN = new AtomicInteger();

  @RegisterExtension
  final TestPipelineExtension pipeline = TestPipelineExtension.fromOptions(twoWorkers());

  private static DirectOptions twoWorkers() {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(2);
    return options;
  }

  private static final class Work extends DoFn<Unit, Unit> {
    @ProcessElement
    public void work(@Element Unit unit, OutputReceiver<Unit> out) throws InterruptedException {
      MOST_UNWRITTEN.accumulateAndGet(UNWRITTEN.incrementAndGet(), Math::max);
      Thread.sleep(10);
      out.output(unit);
    }
  }

  private static final class Write extends DoFn<Unit, Void> {
    @ProcessElement
    public void write(@Element Unit unit) {
      UNWRITTEN.decrementAndGet();
      WRITTEN.incrementAndGet();
    }
  }

  @Test
  void fewUnitsAreUnderWayAtOnce(TestPipeline p) {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2010, "2009-01-01", "2009-12-24", "2010-12-31"), List.of("AAA"), 500);
    p.apply(Create.of(new UnitPlan(List.of(fold), List.of("one"), UNITS)))
        .apply(ParDo.of(new EmitUnits()))
        .apply("Work", ParDo.of(new Work()))
        .apply("Write", ParDo.of(new Write()));
    p.run();
    assertThat(WRITTEN).hasValue(UNITS);
    // Emitted in one go, nearly all of them would be.
    assertThat(MOST_UNWRITTEN).hasValueLessThan(10);
  }
}
