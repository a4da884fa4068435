package nightshift.io.research;

import java.util.List;

/**
 * What of a market is not as it was when a run last looked at it.
 *
 * @param symbols of those that were looked at then and now, in natural order; none when nothing is
 * @param since when a run last looked at any of them, ISO text; empty when there are none
 */
public record MarketChange(List<String> symbols, String since) {

  public MarketChange {
    symbols = List.copyOf(symbols);
  }
}
