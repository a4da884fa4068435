package nightshift.transforms;

import static org.apache.beam.sdk.transforms.windowing.TimestampCombiner.EARLIEST;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;

/** Keeps the symbols that are to be researched: include, exclude, limit, by name alone. */
public final class SelectSymbols extends PTransform<PCollection<String>, PCollection<String>> {
  private final SymbolSelection selection;

  public SelectSymbols(SymbolSelection selection) {
    this.selection = selection;
  }

  @Override
  public PCollection<String> expand(PCollection<String> symbols) {
    PCollection<String> wanted = symbols.apply("Wanted", ParDo.of(new Wanted(selection)));
    if (selection.max() == Integer.MAX_VALUE) {
      return wanted;
    }
    Combine.Globally<String, List<String>> first =
        Top.<String, LastDrawnFirst>of(selection.max(), new LastDrawnFirst(selection))
            // Nothing for nothing: to make an empty list of it takes four steps more.
            .withoutDefaults();
    // Slices are stamped with their year later on; the grouping in between must not stamp them with
    // the end of time, after which no year may come.
    return wanted
        .apply("At the beginning", Window.<String>configure().withTimestampCombiner(EARLIEST))
        .apply("First drawn", first)
        .apply("Each", Flatten.iterables());
  }

  private static final class Wanted extends DoFn<String, String> {
    private final SymbolSelection selection;
    private transient SymbolSelection.Filter filter;

    Wanted(SymbolSelection selection) {
      this.selection = selection;
    }

    @Setup
    public void prepare() {
      filter = new SymbolSelection.Filter(selection);
    }

    @ProcessElement
    public void keep(@Element String symbol, OutputReceiver<String> out) {
      if (filter.wants(symbol)) {
        out.output(symbol);
      }
    }
  }

  /** {@link Top} keeps the largest; those drawn first have to be. */
  private static final class LastDrawnFirst implements Comparator<String>, Serializable {
    private final SymbolSelection selection;
    private transient Comparator<String> order;

    LastDrawnFirst(SymbolSelection selection) {
      this.selection = selection;
    }

    @Override
    public int compare(String a, String b) {
      if (order == null) {
        order = selection.drawOrder().reversed();
      }
      return order.compare(a, b);
    }
  }
}
