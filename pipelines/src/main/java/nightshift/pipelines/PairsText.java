package nightshift.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nightshift.io.research.PairRow;
import nightshift.io.research.RefreshRow;

/** What a refresh of the pairs found, for people. */
final class PairsText {
  /** Pairs that are shown; the table has all. */
  private static final int SHOWN = 10;

  private static final double SIGNIFICANT = 0.05;

  private PairsText() {}

  static void print(RefreshRow refresh, List<PairRow> pairs, PrintStream out) {
    long complete = refresh.complete();
    out.printf(
        Locale.ROOT,
        "formation %s to %s, %,d of %,d symbols have a bar on every day: %,d pairs%n",
        refresh.formationFrom(),
        refresh.formationTo(),
        complete,
        refresh.symbols(),
        complete * (complete - 1) / 2);
    long cointegrated = pairs.stream().filter(pair -> pair.pValue() < SIGNIFICANT).count();
    out.printf(
        Locale.ROOT,
        "pairs     %,d tested, %,d with p below 0.05; p does not know that the closest were chosen%n",
        pairs.size(),
        cointegrated);
    if (pairs.isEmpty()) {
      return;
    }
    out.printf(
        "%n%4s  %-24s %9s %6s %7s %7s %7s %9s%n",
        "rank", "pair", "distance", "corr", "hedge", "ADF", "p", "half-life");
    pairs.stream().limit(SHOWN).forEach(pair -> out.println(line(pair)));
    out.println();
  }

  private static String line(PairRow pair) {
    return String.format(
        Locale.ROOT,
        "%4d  %-24s %9.4f %6s %7s %7s %7s %9s",
        pair.rank(),
        pair.symbolA() + " / " + pair.symbolB(),
        pair.distance(),
        number("%.2f", pair.correlation()),
        number("%.2f", pair.hedgeRatio()),
        number("%.2f", pair.adf()),
        number("%.4f", pair.pValue()),
        number("%.1f", pair.halfLife()));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
