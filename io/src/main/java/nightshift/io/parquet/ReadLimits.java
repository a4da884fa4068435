package nightshift.io.parquet;

/**
 * The one place that says how much of a file is in memory at a time, whatever the file is like. The
 * limits are the same on every machine and in every profile, so that a file is read everywhere or
 * nowhere: what a budget allows never decides which symbols a run sees.
 *
 * <p>A thread that reads holds one stretch of rows of each column it wants ({@link #STRETCH_ROWS} x
 * 8 bytes, 1 MB a column), small column chunks as they lie in the file (8 MB at most), and one
 * page, stored and inflated. A page above {@link #LARGE_PAGE_BYTES} is held by one thread of the
 * process at a time: stored, inflated and with its dictionary, that is 48 MB at most.
 */
public final class ReadLimits {
  /** Rows that are decoded at a time; row groups may have any number of them. */
  public static final int STRETCH_ROWS = 1 << 17;

  /**
   * Bytes of a page, stored or inflated. Writers end a page at 1 MB unless they are told otherwise;
   * DuckDB makes one page of a row group's column, which for row groups of its usual size is 1 MB,
   * and for a row group of six million prices 14 MB.
   */
  public static final int PAGE_BYTES = 16 << 20;

  /** Pages above this are held by one thread at a time. */
  public static final int LARGE_PAGE_BYTES = 2 << 20;

  /**
   * Bytes of a dictionary when it is decoded: 8 for each number, some 64 and its own bytes for each
   * text.
   */
  public static final int DICTIONARY_BYTES = 16 << 20;

  /** Values of a page of which the encoding is only decoded as a whole (the delta encodings). */
  public static final int DELTA_VALUES = 1 << 20;

  /** Bytes of what stands before a page; there may be statistics in it. */
  public static final int PAGE_HEADER_BYTES = 64 << 10;

  /** Bytes of a footer as it is stored. Of 10 columns, this is some 10,000 row groups. */
  public static final int FOOTER_BYTES = 16 << 20;

  /** Columns of a file. */
  public static final int COLUMNS = 10_000;

  /** Groups within groups that columns may lie in; a column that is wanted lies in one. */
  static final int COLUMN_DEPTH = 100;

  /** Column chunks that are remembered of one footer, wanted columns alone; some 250 bytes each. */
  public static final int CHUNKS = 80_000;

  /** A column chunk above this is read page by page, a smaller one at once. */
  static final int WHOLE_CHUNK_BYTES = 1 << 20;

  /** A statistic that is longer is of no use here, and is not kept. */
  static final int STATISTIC_BYTES = 64;

  /** Distinct names in a symbol column. */
  public static final int SYMBOLS = 200_000;

  /** Characters of a name in a symbol column. */
  public static final int SYMBOL_CHARACTERS = 100;

  private ReadLimits() {}
}
