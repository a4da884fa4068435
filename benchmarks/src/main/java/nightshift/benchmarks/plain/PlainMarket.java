package nightshift.benchmarks.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;

/**
 * A panel's prices as the plain loops want them: the same arrays. Every symbol has a bar on every
 * day, so a bar's number is its day.
 */
public final class PlainMarket {
  final int traded;
  final int end;
  private final Panel panel;
  final List<Symbol> symbols = new ArrayList<>();

  /** One symbol's prices; high and low are null where they are not in the panel. */
  record Symbol(double[] open, double[] high, double[] low, double[] close) {}

  /**
   * Looks at a panel.
   *
   * @throws IllegalArgumentException when a symbol has no bar on a day
   */
  public PlainMarket(Panel panel, Window window) {
    this.panel = panel;
    this.traded = window.from();
    this.end = window.to();
    for (SymbolBars bars : panel.symbols()) {
      if (bars.length() != panel.days()) {
        throw new IllegalArgumentException(bars.symbol() + ": a bar is needed on every day");
      }
      boolean ranges = bars.columns().contains(Column.HIGH);
      symbols.add(
          new Symbol(
              bars.column(Column.OPEN),
              ranges ? bars.column(Column.HIGH) : null,
              ranges ? bars.column(Column.LOW) : null,
              bars.column(Column.CLOSE)));
    }
  }

  /** The first day that is so many months after another. */
  int dayAfter(int day, int months) {
    LocalDate date = panel.dateOf(day).plusMonths(months);
    return panel.window(date, date).from();
  }

  /** How many days are traded. */
  public int days() {
    return end - traded;
  }

  /** Sum of the values of an array from one index to another, exclusive. */
  static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  static double highest(double[] values, int from, int to) {
    double highest = values[from];
    for (int i = from + 1; i < to; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  static double lowest(double[] values, int from, int to) {
    double lowest = values[from];
    for (int i = from + 1; i < to; i++) {
      lowest = Math.min(lowest, values[i]);
    }
    return lowest;
  }

  /** Divides each day's sum by the number of symbols, and gives the annualised Sharpe ratio. */
  double meanSharpe(double[] daily) {
    for (int d = 0; d < daily.length; d++) {
      daily[d] /= symbols.size();
    }
    return sharpe(daily);
  }

  static double sharpe(double[] daily) {
    double mean = sum(daily, 0, daily.length) / daily.length;
    double squares = 0;
    for (double r : daily) {
      squares += (r - mean) * (r - mean);
    }
    return mean / Math.sqrt(squares / (daily.length - 1)) * Math.sqrt(252);
  }
}
