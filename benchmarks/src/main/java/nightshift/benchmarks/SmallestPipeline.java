package nightshift.benchmarks;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;

/**
 * The smallest pipeline that Beam's DirectRunner can be given: three numbers through one step, by
 * one worker. What a process needs for this is what every pipeline needs; {@code whole-run.sh}
 * holds a run of Nightshift against it.
 */
public final class SmallestPipeline {
  private SmallestPipeline() {}

  private static final class Nothing extends DoFn<Integer, Void> {
    @ProcessElement
    public void take(@Element Integer number) {
      // Being called is all.
    }
  }

  /** Runs it to the end. */
  public static void main(String[] args) {
    DirectOptions options =
        PipelineOptionsFactory.fromArgs("--runner=DirectRunner").create().as(DirectOptions.class);
    options.setTargetParallelism(1);
    options.setBlockOnRun(true);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Numbers", Create.of(1, 2, 3)).apply("Nothing", ParDo.of(new Nothing()));
    pipeline.run();
    System.exit(0);
  }
}
