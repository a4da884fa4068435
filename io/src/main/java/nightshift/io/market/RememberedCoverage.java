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
    return market.read(symbol, columns, from, to);
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
