package nightshift.pipelines.tuning;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightshift.pipelines.measure.Spread;

/** Prints what each setting costs or saves, against the job as it is. */
public final class UndoTable {
  private static final String ROW = "%-10s  %18s %7s  %18s %7s  %8s  %s%n";

  private UndoTable() {}

  /**
   * Prints the table.
   *
   * @param asItIs the job that the others are compared with
   */
  public static void print(Variant asItIs, List<Variant> undone, PrintStream out) {
    out.printf(ROW, "undone", "peak resident, MB", "", "time, s", "", "virtual", "what changes");
    row(asItIs, Optional.empty(), out);
    undone.forEach(variant -> row(variant, Optional.of(asItIs), out));
    out.println();
    out.println("Medians, with the least and the most; then by how much more than as it is. ~ is");
    out.println("within noise: the ranges meet, or the medians are less than 1 % apart.");
  }

  private static void row(Variant variant, Optional<Variant> asItIs, PrintStream out) {
    out.printf(
        Locale.ROOT,
        ROW,
        variant.name(),
        range(variant.resident(), 0),
        difference(variant.resident(), asItIs.flatMap(Variant::resident), 0),
        range(variant.seconds(), 1),
        difference(variant.seconds(), asItIs.flatMap(Variant::seconds), 1),
        variant.virtual().map(spread -> number(spread.median(), 0)).orElse("-"),
        variant.unfinished().map(reason -> reason + "; ").orElse("") + variant.change());
  }

  /** {@code 180 (171..190)}. */
  private static String range(Optional<Spread> figure, int digits) {
    return figure
        .map(
            spread ->
                String.format(
                    "%s (%s..%s)",
                    number(spread.median(), digits),
                    number(spread.min(), digits),
                    number(spread.max(), digits)))
        .orElse("-");
  }

  /** {@code +12}; with a {@code ~} behind it within noise. */
  private static String difference(Optional<Spread> figure, Optional<Spread> base, int digits) {
    if (figure.isEmpty() || base.isEmpty()) {
      return "";
    }
    double more = figure.get().median() - base.get().median();
    return String.format(Locale.ROOT, "%+." + digits + "f", more)
        + (figure.get().differsFrom(base.get()) ? " " : "~");
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
