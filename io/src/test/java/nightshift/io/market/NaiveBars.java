package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The rules for dirty rows, written once more and plainly, as a sorted map of bars. */
final class NaiveBars {
  private final TreeMap<LocalDate, double[]> bars = new TreeMap<>();

  static NaiveBars of(List<StoredBar> rows, Adjust adjust) {
    NaiveBars naive = new NaiveBars();
    for (StoredBar row : rows) {
      if (isPrice(row.close())) {
        naive.bars.put(row.date(), bar(row, adjust));
      }
    }
    return naive;
  }

  private static double[] bar(StoredBar row, Adjust adjust) {
    double close = row.close();
    double open = isPrice(row.open()) ? row.open() : Double.NaN;
    double body = Double.isNaN(open) ? close : open;
    double high = isPrice(row.high()) ? row.high() : Math.max(body, close);
    double low = isPrice(row.low()) ? row.low() : Math.min(body, close);
    double volume = row.volume() == null ? Double.NaN : row.volume();
    double factor =
        adjust == Adjust.AUTO && isPrice(row.adjustedClose()) ? row.adjustedClose() / close : 1;
    return new double[] {open * factor, high * factor, low * factor, close * factor, volume};
  }

  private static boolean isPrice(Double value) {
    return value != null && Double.isFinite(value) && value > 0;
  }

  void assertSame(BarSlice slice) {
    int[] days = bars.keySet().stream().mapToInt(date -> (int) date.toEpochDay()).toArray();
    assertThat(slice.days()).isEqualTo(days);
    for (Column column : Column.values()) {
      double[] expected =
          bars.values().stream().mapToDouble(values -> values[column.ordinal()]).toArray();
      assertThat(slice.column(column)).as(slice.symbol() + " " + column).isEqualTo(expected);
    }
  }
}
