package nightshift.transforms;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.transforms.panel.Transfer;
import nightshift.transforms.proof.Sample;
import nightshift.transforms.strategy.Strategy;

/** Some symbols of a market as prices to try a strategy on. */
public final class MarketSample {
  /** Open and close, which every backtest looks at, are there whatever a strategy declares. */
  private static final Set<Column> ALWAYS = Set.of(Column.OPEN, Column.CLOSE);

  private MarketSample() {}

  /**
   * Reads as many of the last days as a strategy is tried on.
   *
   * @param name for people
   * @param symbols in natural order
   * @param last last day, inclusive
   * @param findings takes a line for each symbol that cannot be read
   * @throws MarketException when no symbol has a bar in these days
   */
  public static Sample of(
      String name,
      Market market,
      List<String> symbols,
      Strategy strategy,
      LocalDate last,
      List<String> findings)
      throws MarketException {
    // A year is taken to have 250 bars, so that holidays do not make the history too short.
    long days = Sample.daysFor(strategy.warmUp() * 3 / 2) * 366L / 250;
    Set<Column> columns = EnumSet.copyOf(ALWAYS);
    columns.addAll(strategy.columns());
    MemoryAssembly assembly = new MemoryAssembly(symbols.size());
    Transfer transfer = new Transfer();
    int usable = 0;
    for (int i = 0; i < symbols.size(); i++) {
      try {
        BarSlice slice = market.read(symbols.get(i), columns, last.minusDays(days), last);
        if (slice.size() > 0) {
          assembly.add(i, slice, transfer);
          usable++;
        }
      } catch (MarketException e) {
        findings.add(e.getMessage());
      }
    }
    if (usable == 0) {
      throw new MarketException(
          "none of the "
              + symbols.size()
              + " symbols of "
              + name
              + " has a usable bar from "
              + last.minusDays(days)
              + " to "
              + last
              + (findings.isEmpty() ? "" : "; the first reason: " + findings.get(0)));
    }
    return Sample.of(name, assembly.panel());
  }
}
