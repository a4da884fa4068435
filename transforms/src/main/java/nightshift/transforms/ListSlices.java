package nightshift.transforms;

import java.util.Map;
import nightshift.io.market.Coverage;
import nightshift.io.market.MarketChangedException;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * The (symbol, year) keys that there are, from metadata. A symbol whose metadata cannot be read is
 * set aside, with the reason, and the others go on.
 */
public final class ListSlices extends PTransform<PCollection<String>, PCollectionTuple> {
  /** The keys. */
  public static final TupleTag<YearSlice> SLICES = new TupleTag<>() {};

  /** The symbols that were set aside. */
  public static final TupleTag<QuarantineRow> SET_ASIDE = new TupleTag<>() {};

  private final MarketSource source;

  public ListSlices(MarketSource source) {
    this.source = source;
  }

  @Override
  public PCollectionTuple expand(PCollection<String> symbols) {
    return symbols.apply(
        "Years", ParDo.of(new Years(source)).withOutputTags(SLICES, TupleTagList.of(SET_ASIDE)));
  }

  private static final class Years extends DoFn<String, YearSlice> {
    private final MarketSource source;

    Years(MarketSource source) {
      this.source = source;
    }

    @ProcessElement
    public void list(@Element String symbol, MultiOutputReceiver out) throws MarketException {
      try {
        Coverage coverage = Stage.LISTING.time(() -> source.market().coverage(symbol));
        for (Map.Entry<Integer, Integer> year : coverage.barsByYear().entrySet()) {
          out.get(SLICES).output(new YearSlice(symbol, year.getKey(), year.getValue()));
        }
      } catch (MarketChangedException e) {
        throw e;
      } catch (MarketException e) {
        out.get(SET_ASIDE).output(SetAside.unreadable(symbol, e));
      }
    }
  }
}
