package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Gathers the slices' keys, finds the symbols that may be in the formation, and emits its pairs in
 * parts of about equal size, as keys: whoever takes one reads the prices.
 */
public final class FanOutPairs extends PTransform<PCollection<YearSlice>, PCollection<PairPart>> {
  /** Enough for any number of workers that a machine has; changes no result. */
  private static final int PARTS = 16;

  private static final int ALL = 0;

  private final PairSearch search;

  public FanOutPairs(PairSearch search) {
    this.search = search;
  }

  @Override
  public PCollection<PairPart> expand(PCollection<YearSlice> slices) {
    return slices
        .apply("Key as one", ParDo.of(new KeyAsOne()))
        .setCoder(KvCoder.of(VarIntCoder.of(), YearSlice.Coder.of()))
        .apply("All years", GroupByKey.create())
        .apply("Lay out", ParDo.of(new LayOut(search)))
        .setCoder(SerializableCoder.of(PairPart.class))
        .apply("One by one", Reshuffle.viaRandomKey());
  }

  private static final class KeyAsOne extends DoFn<YearSlice, KV<Integer, YearSlice>> {
    @ProcessElement
    public void key(@Element YearSlice slice, OutputReceiver<KV<Integer, YearSlice>> out) {
      out.output(KV.of(ALL, slice));
    }
  }

  private static final class LayOut extends DoFn<KV<Integer, Iterable<YearSlice>>, PairPart> {
    private final PairSearch search;

    LayOut(PairSearch search) {
      this.search = search;
    }

    @ProcessElement
    public void layOut(
        @Element KV<Integer, Iterable<YearSlice>> years, OutputReceiver<PairPart> out) {
      List<YearSlice> slices = new ArrayList<>();
      years.getValue().forEach(slices::add);
      FoldSymbols formation = search.formation(slices);
      for (int part = 0; part < PARTS; part++) {
        out.output(new PairPart(formation, part, PARTS));
      }
    }
  }
}
