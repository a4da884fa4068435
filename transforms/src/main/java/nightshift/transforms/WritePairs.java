package nightshift.transforms;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nightshift.io.research.PairRow;
import nightshift.io.research.RefreshRow;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Writes all pairs of a refresh in one transaction, over those that it found before. */
public final class WritePairs extends PTransform<PCollection<TestedPairs>, PDone> {
  private static final int ALL = 0;

  private final String research;
  private final PairSearch search;
  private final String market;
  private final String settings;

  /**
   * @param research absolute path of the research database
   * @param market the market's name
   * @param settings JSON, for the row of the refresh
   */
  public WritePairs(String research, PairSearch search, String market, String settings) {
    this.research = research;
    this.search = search;
    this.market = market;
    this.settings = settings;
  }

  @Override
  public PDone expand(PCollection<TestedPairs> pairs) {
    pairs
        .apply(
            "Key as one",
            WithKeys.<Integer, TestedPairs>of(ALL).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(TestedPairs.class)))
        .apply("All pairs", GroupByKey.create())
        .apply("Write", ParDo.of(new Write(this)));
    return PDone.in(pairs.getPipeline());
  }

  private static final class Write extends DoFn<KV<Integer, Iterable<TestedPairs>>, Void> {
    private final String research;
    private final String id;
    private final String market;
    private final String settings;

    Write(WritePairs all) {
      this.research = all.research;
      this.id = all.search.id();
      this.market = all.market;
      this.settings = all.settings;
    }

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<TestedPairs>> tested) throws ResearchException {
      List<PairRow> rows = new ArrayList<>();
      tested.getValue().forEach(some -> rows.addAll(some.rows()));
      rows.sort(Comparator.comparingInt(PairRow::rank));
      FoundPairs any = tested.getValue().iterator().next().found();
      RefreshRow refresh =
          new RefreshRow(
              id,
              market,
              settings,
              any.formation().symbols().size(),
              any.complete(),
              any.from(),
              any.to(),
              Instant.now().truncatedTo(ChronoUnit.MILLIS));
      Stage.WRITING.run(() -> ResearchDatabase.at(Path.of(research)).writeRefresh(refresh, rows));
    }
  }
}
