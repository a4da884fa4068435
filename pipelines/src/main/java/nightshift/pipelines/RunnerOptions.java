package nightshift.pipelines;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nightshift.profiles.Resources;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** How the pipeline is run, as Beam wants to be told. */
final class RunnerOptions {
  /** The first options take Beam as long as a market takes to be listed, whatever they are. */
  private static final FutureTask<PipelineOptions> FIRST =
      new FutureTask<>(PipelineOptionsFactory::create);

  /** The classes of the runners that the setting knows. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "DirectRunner", "org.apache.beam.runners.direct.DirectRunner",
          "FlinkRunner", "org.apache.beam.runners.flink.FlinkRunner");

  private RunnerOptions() {}

  /** Begins to make Beam ready, in the background; {@link #of} waits for it. */
  static void begin() {
    Thread thread = new Thread(FIRST, "beam-options");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Looks whether the runner is there, without waiting for Beam.
   *
   * @throws UsageException when it is not part of this build
   */
  static void requirePresent(Resources resources) {
    String runner = resources.runner();
    try {
      Class.forName(CLASSES.get(runner), false, RunnerOptions.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "--runner=" + runner + " is not part of this build; build with mvn package -Pflink", e);
    }
  }

  /**
   * The options of a runner that is present; waits until Beam is ready.
   *
   * @param checks whether Beam copies every element to see that none is changed; the tests of
   *     transforms always do
   */
  static PipelineOptions of(Resources resources, boolean checks) {
    awaitFirst();
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs("--runner=" + resources.runner()).create();
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setTargetParallelism(resources.workers());
    direct.setBlockOnRun(false);
    direct.setEnforceImmutability(checks);
    direct.setEnforceEncodability(checks);
    return options;
  }

  /** Two threads are never in Beam at once before it has loaded its classes. */
  private static void awaitFirst() {
    FIRST.run();
    try {
      FIRST.get();
    } catch (ExecutionException leftToTheOptionsThemselves) {
      // They meet the same, and report it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
