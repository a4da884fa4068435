package nightshift.transforms;

import nightshift.io.market.MarketException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The names of all symbols of a market. No price is read for them. */
public final class ListSymbols extends PTransform<PBegin, PCollection<String>> {
  private final MarketSource source;

  public ListSymbols(MarketSource source) {
    this.source = source;
  }

  @Override
  public PCollection<String> expand(PBegin begin) {
    return begin
        .apply("Market", Create.of(source).withCoder(SerializableCoder.of(MarketSource.class)))
        .apply("Names", ParDo.of(new Names()));
  }

  private static final class Names extends DoFn<MarketSource, String> {
    @ProcessElement
    public void list(@Element MarketSource source, OutputReceiver<String> out)
        throws MarketException {
      Stage.LISTING.time(() -> source.market().symbols()).forEach(out::output);
    }
  }
}
