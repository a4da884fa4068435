package nightshift.io.market;

/**
 * A file of the market is not the one any more that was looked at before: what was planned, and
 * what was computed so far, belongs to other prices.
 */
public class MarketChangedException extends MarketException {
  private static final long serialVersionUID = 1L;

  public MarketChangedException(String message) {
    super(message);
  }
}
