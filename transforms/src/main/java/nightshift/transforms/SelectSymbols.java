package nightshift.transforms;

import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Keeps the symbols that are to be researched: include, exclude, limit, by name alone. */
public final class SelectSymbols
    extends PTransform<PCollection<List<String>>, PCollection<String>> {
  private final SymbolSelection selection;

  public SelectSymbols(SymbolSelection selection) {
    this.selection = selection;
  }

  @Override
  public PCollection<String> expand(PCollection<List<String>> symbols) {
    return symbols.apply("Select", ParDo.of(new Select(selection))).setCoder(StringUtf8Coder.of());
  }

  private static final class Select extends DoFn<List<String>, String> {
    private final SymbolSelection selection;

    Select(SymbolSelection selection) {
      this.selection = selection;
    }

    @ProcessElement
    public void select(@Element List<String> symbols, OutputReceiver<String> out) {
      selection.select(symbols).forEach(out::output);
    }
  }
}
