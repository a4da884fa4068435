package nightshift.transforms;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nightshift.io.gate.GateMode;
import nightshift.io.market.Adjust;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.Markets;

/**
 * Says which market to read, and travels with the work; the market itself is opened once in a
 * process and shared by its workers.
 *
 * @param location where the market is, as {@link Markets#open} takes it
 * @param indexFolder where it is remembered from run to run what the market's files cover; empty
 *     for nowhere
 * @param gate what the data gate does with what is read
 */
public record MarketSource(String location, Adjust adjust, String indexFolder, GateMode gate)
    implements Serializable {
  private static final Map<String, Market> OPEN = new ConcurrentHashMap<>();

  /** A source that remembers nothing from run to run, without a gate. */
  public MarketSource(String location, Adjust adjust) {
    this(location, adjust, "", GateMode.OFF);
  }

  /** The market, opened at the first call. */
  public Market market() throws MarketException {
    Market known = OPEN.get(key());
    if (known != null) {
      return known;
    }
    synchronized (OPEN) {
      known = OPEN.get(key());
      if (known == null) {
        known = Markets.open(location, adjust, index());
        OPEN.put(key(), known);
      }
      return known;
    }
  }

  /**
   * What decides how it is opened, as one text. A record's own hash takes Java a while to put
   * together.
   */
  private String key() {
    return location + '\0' + adjust.name() + '\0' + indexFolder;
  }

  private Optional<Path> index() {
    return indexFolder.isEmpty() ? Optional.empty() : Optional.of(Path.of(indexFolder));
  }

  /** How many distinct price files were opened for it in this process. */
  public int filesOpened() {
    Market known = OPEN.get(key());
    return known == null ? 0 : known.filesOpened();
  }

  /** Closes the market in this process, if it is open. */
  public void close() {
    Market known = OPEN.remove(key());
    if (known != null) {
      known.close();
    }
  }
}
