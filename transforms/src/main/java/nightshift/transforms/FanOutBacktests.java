package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightshift.io.research.UnitKey;
import nightshift.transforms.walkforward.Fold;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Gathers the slices' keys of each year, gives each year to the folds that it belongs to, and emits
 * fold x strategy x island as units of work, at the pace at which they are worked off. Units that
 * have been done are left out: nothing of them is computed or read.
 */
public final class FanOutBacktests
    extends PTransform<PCollection<KV<Integer, YearSlice>>, PCollection<Unit>> {
  /**
   * A system property with a seed: the units are emitted in an order drawn from it. For tests,
   * which show by it that no result depends on the order.
   */
  static final String ORDER = "nightshift.unitOrder";

  private static final int ALL = 0;

  private final List<Fold> folds;
  private final Search search;
  private final Set<UnitKey> done;

  /** Of all units. */
  public FanOutBacktests(List<Fold> folds, Search search) {
    this(folds, search, Set.of());
  }

  /**
   * Of those that are left.
   *
   * @param done what an earlier process has finished
   */
  public FanOutBacktests(List<Fold> folds, Search search, Set<UnitKey> done) {
    this.folds = List.copyOf(folds);
    this.search = search;
    this.done = Set.copyOf(done);
  }

  @Override
  public PCollection<Unit> expand(PCollection<KV<Integer, YearSlice>> slices) {
    return slices
        .apply("Years", GroupByKey.create())
        .apply("Key as one", ParDo.of(new KeyAsOne()))
        .setCoder(KvCoder.of(VarIntCoder.of(), IterableCoder.of(YearSlice.Coder.of())))
        .apply("Leave the years", Window.into(new GlobalWindows()))
        .apply("All years", GroupByKey.create())
        .apply("Lay out", ParDo.of(new LayOut(folds, search, done)))
        .apply("Emit", ParDo.of(new EmitUnits()));
  }

  private static final class KeyAsOne
      extends DoFn<KV<Integer, Iterable<YearSlice>>, KV<Integer, Iterable<YearSlice>>> {
    @ProcessElement
    public void key(
        @Element KV<Integer, Iterable<YearSlice>> year,
        OutputReceiver<KV<Integer, Iterable<YearSlice>>> out) {
      out.output(KV.of(ALL, year.getValue()));
    }
  }

  private static final class LayOut
      extends DoFn<KV<Integer, Iterable<Iterable<YearSlice>>>, UnitPlan> {
    private final List<Fold> folds;
    private final Search search;
    private final Set<UnitKey> done;

    LayOut(List<Fold> folds, Search search, Set<UnitKey> done) {
      this.folds = folds;
      this.search = search;
      this.done = done;
    }

    @ProcessElement
    public void layOut(
        @Element KV<Integer, Iterable<Iterable<YearSlice>>> years, OutputReceiver<UnitPlan> out) {
      List<YearSlice> slices = new ArrayList<>();
      years.getValue().forEach(year -> year.forEach(slices::add));
      UnitPlan units = UnitPlan.of(folds, slices, search).without(done);
      Long seed = Long.getLong(ORDER);
      out.output(seed == null ? units : units.shuffled(seed));
    }
  }
}
