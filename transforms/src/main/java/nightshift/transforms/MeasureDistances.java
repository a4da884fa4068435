package nightshift.transforms;

import java.io.IOException;
import java.util.List;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.pairs.NearPair;
import nightshift.transforms.pairs.NearestPairs;
import nightshift.transforms.pairs.PricePaths;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * The distance pass: leases the formation's panel, which all workers share, lays out its paths, and
 * emits the closest pairs of a part. Of all other pairs nothing is kept.
 */
public final class MeasureDistances extends PTransform<PCollection<PairPart>, PCollectionTuple> {
  /** The closest pairs of each part. */
  public static final TupleTag<FoundPairs> FOUND = new TupleTag<>() {};

  /** What could not be used of the prices. */
  public static final TupleTag<QuarantineRow> SET_ASIDE = new TupleTag<>() {};

  private final MarketSource source;
  private final PairSearch search;

  public MeasureDistances(MarketSource source, PairSearch search) {
    this.source = source;
    this.search = search;
  }

  @Override
  public PCollectionTuple expand(PCollection<PairPart> parts) {
    PCollectionTuple measured =
        parts.apply(
            "Measure",
            ParDo.of(new Measure(source, search))
                .withOutputTags(FOUND, TupleTagList.of(SET_ASIDE)));
    measured.get(FOUND).setCoder(SerializableCoder.of(FoundPairs.class));
    return measured;
  }

  private static final class Measure extends DoFn<PairPart, FoundPairs> {
    private final MarketSource source;
    private final PairSearch search;

    Measure(MarketSource source, PairSearch search) {
      this.source = source;
      this.search = search;
    }

    @ProcessElement
    public void measure(@Element PairPart part, MultiOutputReceiver out)
        throws IOException, InterruptedException {
      PanelRequest request = search.request(source, part.formation());
      try (Panels.Lease lease =
          Panels.ofThisProcess().lease(request, search.working(), PanelLoader::of)) {
        FormationDays days = new FormationDays(lease.loaded().panel(), search.days());
        PricePaths paths = days.paths();
        List<NearPair> closest =
            Stage.KERNELS.time(
                () ->
                    NearestPairs.part(
                        paths, search.shortlist(), search.admission(), part.part(), part.parts()));
        out.get(FOUND)
            .output(
                new FoundPairs(part.formation(), days.from(), days.to(), paths.size(), 1, closest));
        if (part.part() == 0) {
          lease.loaded().setAside().forEach(out.get(SET_ASIDE)::output);
        }
      }
    }
  }
}
