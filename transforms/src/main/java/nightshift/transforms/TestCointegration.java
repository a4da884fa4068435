package nightshift.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightshift.io.research.PairRow;
import nightshift.transforms.pairs.NearPair;
import nightshift.transforms.pairs.PairStatistics;
import nightshift.transforms.panel.Panel;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Leases the formation's panel again, and tests the pairs of the shortlist. */
public final class TestCointegration
    extends PTransform<PCollection<FoundPairs>, PCollection<TestedPairs>> {
  private final MarketSource source;
  private final PairSearch search;

  public TestCointegration(MarketSource source, PairSearch search) {
    this.source = source;
    this.search = search;
  }

  @Override
  public PCollection<TestedPairs> expand(PCollection<FoundPairs> pairs) {
    return pairs
        .apply("Test", ParDo.of(new Test(source, search)))
        .setCoder(SerializableCoder.of(TestedPairs.class));
  }

  private static final class Test extends DoFn<FoundPairs, TestedPairs> {
    private final MarketSource source;
    private final PairSearch search;

    Test(MarketSource source, PairSearch search) {
      this.source = source;
      this.search = search;
    }

    @ProcessElement
    public void test(@Element FoundPairs found, OutputReceiver<TestedPairs> out)
        throws IOException, InterruptedException {
      PanelRequest request = search.request(source, found.formation());
      try (Panels.Lease lease =
          Panels.ofThisProcess().lease(request, search.working(), PanelLoader::of)) {
        Map<String, double[]> closes = closes(found.pairs(), lease.loaded().panel());
        out.output(new TestedPairs(found, Stage.KERNELS.time(() -> rows(found, closes))));
      }
    }

    /** The closes of the symbols that are in a pair. */
    private Map<String, double[]> closes(List<NearPair> pairs, Panel panel) {
      FormationDays days = new FormationDays(panel, search.days());
      Map<String, double[]> closes = new HashMap<>();
      for (NearPair pair : pairs) {
        closes.put(pair.first(), null);
        closes.put(pair.second(), null);
      }
      for (int place = 0; place < panel.size(); place++) {
        String symbol = panel.symbol(place);
        if (closes.containsKey(symbol)) {
          closes.put(symbol, days.closes(place).clone());
        }
      }
      return closes;
    }

    private List<PairRow> rows(FoundPairs found, Map<String, double[]> closes) {
      List<PairRow> rows = new ArrayList<>();
      int rank = found.rank();
      for (NearPair pair : found.pairs()) {
        PairStatistics statistics =
            PairStatistics.of(
                closes.get(pair.first()), 0, closes.get(pair.second()), 0, search.days());
        rows.add(
            PairRows.row(
                found.from(),
                found.to(),
                rank++,
                pair.first(),
                pair.second(),
                search.admission().sectors().getOrDefault(pair.first(), ""),
                "",
                statistics));
      }
      return rows;
    }
  }
}
