package nightshift.io.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/** Reads all of a market as a run does, first every coverage and then every symbol. */
public final class ReadsAllSymbols {
  private ReadsAllSymbols() {}

  /** Prints symbols, covered bars, bars, and the sum of all closes. */
  public static void main(String[] location) throws Exception {
    long covered = 0;
    long bars = 0;
    double closes = 0;
    try (Market market = Markets.open(location[0], Adjust.AUTO, Optional.empty())) {
      for (String symbol : market.symbols()) {
        covered += market.coverage(symbol).bars();
      }
      for (String symbol : market.symbols()) {
        BarSlice slice =
            market.read(symbol, EnumSet.allOf(Column.class), LocalDate.MIN, LocalDate.MAX);
        bars += slice.size();
        closes += Arrays.stream(slice.column(Column.CLOSE)).sum();
      }
      System.out.printf(
          "%d symbols, %d covered, %d bars, closes %.0f%n",
          market.symbols().size(), covered, bars, closes);
    }
  }
}
