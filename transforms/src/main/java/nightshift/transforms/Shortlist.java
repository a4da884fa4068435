package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.pairs.NearPair;
import nightshift.transforms.pairs.NearestPairs;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Puts the closest pairs of the parts together, keeps the closest of all, and hands them on. */
public final class Shortlist extends PTransform<PCollection<FoundPairs>, PCollection<FoundPairs>> {
  /** Pairs that are tested in one go. */
  private static final int AT_ONCE = 50;

  private static final int ALL = 0;

  private final PairSearch search;

  public Shortlist(PairSearch search) {
    this.search = search;
  }

  @Override
  public PCollection<FoundPairs> expand(PCollection<FoundPairs> parts) {
    return parts
        .apply(
            "Key as one",
            WithKeys.<Integer, FoundPairs>of(ALL).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(FoundPairs.class)))
        .apply("All parts", GroupByKey.create())
        .apply("Closest", ParDo.of(new Closest(search)))
        .setCoder(SerializableCoder.of(FoundPairs.class))
        .apply("One by one", Reshuffle.viaRandomKey());
  }

  private static final class Closest extends DoFn<KV<Integer, Iterable<FoundPairs>>, FoundPairs> {
    private final PairSearch search;

    Closest(PairSearch search) {
      this.search = search;
    }

    /** Something is always handed on, so that a refresh that finds nothing says so. */
    @ProcessElement
    public void choose(
        @Element KV<Integer, Iterable<FoundPairs>> parts, OutputReceiver<FoundPairs> out) {
      List<NearPair> all = new ArrayList<>();
      parts.getValue().forEach(part -> all.addAll(part.pairs()));
      List<NearPair> closest = NearestPairs.closest(all.stream(), search.shortlist());
      FoundPairs any = parts.getValue().iterator().next();
      int from = 0;
      do {
        int to = Math.min(from + AT_ONCE, closest.size());
        out.output(
            new FoundPairs(
                any.formation(),
                any.from(),
                any.to(),
                any.complete(),
                from + 1,
                List.copyOf(closest.subList(from, to))));
        from = to;
      } while (from < closest.size());
    }
  }
}
