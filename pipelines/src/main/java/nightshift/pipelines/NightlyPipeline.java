package nightshift.pipelines;

import nightshift.transforms.EvolvePopulations;
import nightshift.transforms.FanOutBacktests;
import nightshift.transforms.ListSlices;
import nightshift.transforms.ListSymbols;
import nightshift.transforms.SelectSymbols;
import nightshift.transforms.ValidateChampions;
import nightshift.transforms.WindowByYear;
import nightshift.transforms.WriteFitness;
import nightshift.transforms.WriteQuarantine;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The nightly research, from the names of the symbols to the fitness of the champions. */
final class NightlyPipeline {
  private NightlyPipeline() {}

  static Pipeline build(PipelineOptions options, NightlyJob job) {
    Pipeline pipeline = Pipeline.create(options);
    PCollectionTuple slices =
        pipeline
            .apply("ListSymbols", new ListSymbols(job.source()))
            .apply("SelectSymbols", new SelectSymbols(job.selection()))
            .apply("ListSlices", new ListSlices(job.source()));
    slices
        .get(ListSlices.SLICES)
        .apply("WindowByYear", new WindowByYear())
        .apply("FanOutBacktests", new FanOutBacktests(job.folds(), job.search(), job.done()))
        .apply("EvolvePopulations", new EvolvePopulations(job.source(), job.search()))
        .apply("ValidateChampions", new ValidateChampions(job.source(), job.search()))
        .apply("WriteFitness", new WriteFitness(job.research()));
    slices
        .get(ListSlices.SET_ASIDE)
        .apply("WriteQuarantine", new WriteQuarantine(job.research(), job.search().runId()));
    return pipeline;
  }
}
