package nightshift.transforms;

import java.util.List;
import nightshift.io.market.MarketException;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The names of all symbols of a market, as one list: which of them are taken can only be decided
 * with all at hand, and to gather them again would take Beam six steps. No price is read for them.
 */
public final class ListSymbols extends PTransform<PBegin, PCollection<List<String>>> {
  private final MarketSource source;

  public ListSymbols(MarketSource source) {
    this.source = source;
  }

  @Override
  public PCollection<List<String>> expand(PBegin begin) {
    return begin
        .apply("Once", Impulse.create())
        .apply("Names", ParDo.of(new Names(source)))
        .setCoder(ListCoder.of(StringUtf8Coder.of()));
  }

  private static final class Names extends DoFn<byte[], List<String>> {
    private final MarketSource source;

    Names(MarketSource source) {
      this.source = source;
    }

    @ProcessElement
    public void list(OutputReceiver<List<String>> out) throws MarketException {
      out.output(Stage.LISTING.time(() -> source.market().symbols()));
    }
  }
}
