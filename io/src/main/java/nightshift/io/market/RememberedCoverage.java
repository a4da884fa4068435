package nightshift.io.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A market that looks up the coverage of each symbol once: a run asks for it when it plans and
 * again when it works, and it takes reading a file's dates. Some hundred bytes are kept for each
 * symbol. What was looked up is in the index of the market before the first bars are read.
 */
final class RememberedCoverage implements Market {
  private final Market market;
  private final CoverageIndex index;
  private final Map<String, Coverage> known = new ConcurrentHashMap<>();

  RememberedCoverage(Market market, CoverageIndex index) {
    this.market = market;
    this.index = index;
  }

  @Override
  public Coverage coverage(String symbol) throws MarketException {
    requirePlain(symbol);
    Coverage coverage = known.get(symbol);
    if (coverage == null) {
      coverage = market.coverage(symbol);
      known.put(symbol, coverage);
    }
    return coverage;
  }

  /** A symbol that cannot be shown as it is could pass for another, or write to a terminal. */
  private void requirePlain(String symbol) throws MarketException {
    if (!PlainText.isPlain(symbol)) {
      throw new MarketException(
          "the symbol "
              + symbol
              + " in "
              + location()
              + " has characters that cannot be seen; give it another name");
    }
  }

  /** What was planned with must hold: panels are made for the days that a coverage tells. */
  private void requireCovered(BarSlice bars, Coverage coverage) throws MarketException {
    if (coverage == null || bars.size() == 0) {
      return;
    }
    LocalDate first = LocalDate.ofEpochDay(bars.days()[0]);
    LocalDate last = LocalDate.ofEpochDay(bars.days()[bars.size() - 1]);
    if (first.isBefore(coverage.first()) || last.isAfter(coverage.last())) {
      throw new MarketException(
          "%s in %s has bars from %s to %s where its index tells %s to %s: it was changed while it was read, or its index is damaged"
              .formatted(
                  bars.symbol(), location(), first, last, coverage.first(), coverage.last()));
    }
  }

  @Override
  public String location() {
    return market.location();
  }

  @Override
  public String kind() {
    return market.kind();
  }

  @Override
  public List<String> symbols() throws MarketException {
    return market.symbols();
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    requirePlain(symbol);
    index.save();
    BarSlice bars = market.read(symbol, columns, from, to);
    requireCovered(bars, known.get(symbol));
    return bars;
  }

  @Override
  public int filesOpened() {
    return market.filesOpened();
  }

  @Override
  public void close() {
    index.save();
    market.close();
  }
}
