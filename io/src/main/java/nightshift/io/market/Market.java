package nightshift.io.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Daily bars of many symbols, wherever they are kept.
 *
 * <p>Names come first and cost nothing: {@link #symbols()} opens no price data. {@link #coverage}
 * reads the metadata of one symbol. {@link #read} reads the wanted columns and dates of one symbol,
 * and nothing else. All methods may be called from several threads at once.
 */
public interface Market extends AutoCloseable {

  /** Where the prices are: the absolute path that was opened. */
  String location();

  /** What was recognised there, for people: "folder of Parquet files", "SQLite table bars", ... */
  String kind();

  /**
   * The symbols, distinct, in natural {@link String} order; from file names, partition names or an
   * index, never from prices.
   *
   * @throws MarketException when the store cannot be listed
   */
  List<String> symbols() throws MarketException;

  /**
   * What the store has of one symbol, from metadata (file footers, an index), no price column read.
   *
   * @throws MarketException when the symbol is not there or its metadata is broken
   */
  Coverage coverage(String symbol) throws MarketException;

  /**
   * The bars of one symbol.
   *
   * @param columns what to read; the slice has these columns and no others
   * @param from first day, inclusive
   * @param to last day, inclusive
   * @return the bars in ascending order of day, at most one a day; empty when there are none
   * @throws MarketException when the symbol is not there or cannot be read
   */
  BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException;

  /** How many distinct files with prices were opened so far, for metadata or for bars. */
  int filesOpened();

  @Override
  void close();
}
