package nightshift.io.load;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nightshift.io.market.MarketException;

/**
 * Writes a market store. The target is as it was until {@link #commit()} returns; closing without a
 * commit leaves it so. One thread at a time.
 */
public interface MarketWriter extends AutoCloseable {

  /**
   * Begins a store at {@code target}: an SQLite file when its name ends in {@code .db}, {@code
   * .sqlite} or {@code .sqlite3}, else a folder with one Parquet file per symbol.
   *
   * @throws MarketException when something is there that is not a store written by Nightshift, or
   *     when another import is writing there, or when the place cannot be written
   */
  static MarketWriter to(Path target) throws MarketException {
    return isSqlite(target) ? new SqliteWriter(target) : new ParquetFolderWriter(target);
  }

  private static boolean isSqlite(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return Pattern.matches(".+\\.(db|sqlite|sqlite3)", name);
  }

  /**
   * Adds a symbol. Each symbol is written once.
   *
   * @throws MarketException when it cannot be written, or was written before
   */
  void write(SymbolBars bars) throws MarketException;

  /** Why a symbol cannot be written here whatever its bars, in a line; empty when it can. */
  default Optional<String> refusal(String symbol) {
    return Optional.empty();
  }

  /** A place on the target's disk for scratch files; it is gone when this is closed. */
  Path scratch();

  /** Forces everything to disk and puts the new store where the old one was. */
  void commit() throws MarketException;

  @Override
  void close() throws MarketException;
}
