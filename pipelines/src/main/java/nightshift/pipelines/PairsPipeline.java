package nightshift.pipelines;

import nightshift.transforms.FanOutPairs;
import nightshift.transforms.ListSlices;
import nightshift.transforms.ListSymbols;
import nightshift.transforms.MeasureDistances;
import nightshift.transforms.SelectSymbols;
import nightshift.transforms.Shortlist;
import nightshift.transforms.TestCointegration;
import nightshift.transforms.WritePairs;
import nightshift.transforms.WriteQuarantine;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The refresh of the pairs, from the names of the symbols to the table. */
final class PairsPipeline {
  private PairsPipeline() {}

  static Pipeline build(PipelineOptions options, PairsJob job) {
    Pipeline pipeline = Pipeline.create(options);
    PCollectionTuple slices =
        pipeline
            .apply("ListSymbols", new ListSymbols(job.source()))
            .apply("SelectSymbols", new SelectSymbols(job.selection()))
            .apply("ListSlices", new ListSlices(job.source()));
    PCollectionTuple measured =
        slices
            .get(ListSlices.SLICES)
            .apply("FanOutPairs", new FanOutPairs(job.search()))
            .apply("MeasureDistances", new MeasureDistances(job.source(), job.search()));
    measured
        .get(MeasureDistances.FOUND)
        .apply("Shortlist", new Shortlist(job.search()))
        .apply("TestCointegration", new TestCointegration(job.source(), job.search()))
        .apply(
            "WritePairs",
            new WritePairs(job.research(), job.search(), job.market(), job.settings()));
    slices
        .get(ListSlices.SET_ASIDE)
        .apply("WriteUnreadable", new WriteQuarantine(job.research(), job.search().id()));
    measured
        .get(MeasureDistances.SET_ASIDE)
        .apply("WriteQuarantine", new WriteQuarantine(job.research(), job.search().id()));
    return pipeline;
  }
}
