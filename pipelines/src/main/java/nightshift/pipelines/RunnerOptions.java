package nightshift.pipelines;

import nightshift.profiles.Resources;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** How the pipeline is run, as Beam wants to be told. */
final class RunnerOptions {
  private RunnerOptions() {}

  /**
   * @throws UsageException when the runner is not part of this build
   */
  static PipelineOptions of(Resources resources) {
    PipelineOptions options = create(resources.runner());
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setTargetParallelism(resources.workers());
    direct.setBlockOnRun(false);
    // These checks copy every element; the tests run with them.
    direct.setEnforceImmutability(false);
    direct.setEnforceEncodability(false);
    return options;
  }

  private static PipelineOptions create(String runner) {
    try {
      return PipelineOptionsFactory.fromArgs("--runner=" + runner).create();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--runner=" + runner + " is not part of this build; build with mvn package -Pflink", e);
    }
  }
}
