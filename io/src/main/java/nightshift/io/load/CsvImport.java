package nightshift.io.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nightshift.io.load.ImportProgress.Phase;
import nightshift.io.load.csv.CsvFile;
import nightshift.io.load.csv.Row;
import nightshift.io.load.csv.Rule;
import nightshift.io.load.csv.SymbolNames;
import nightshift.io.load.csv.TextSource;
import nightshift.io.load.csv.UnusableFileException;
import nightshift.io.market.MarketException;
import nightshift.io.market.PlainText;

/**
 * Brings text files into a store. A file with one symbol is held in memory until its end and then
 * written; as soon as a second symbol turns up in it, its rows are parked on disk instead, and
 * written by symbol when all files are read.
 */
final class CsvImport implements TextSource.Visitor, AutoCloseable {
  private final ImportOptions options;
  private final MarketWriter writer;
  private final Tally tally;
  private final ImportProgress progress;
  private final SymbolNames names;
  private final long bytes;
  private final Map<String, String> fileOfSymbol = new HashMap<>();
  private final Row row = new Row();
  private StagedRows staged;
  private String current = "";

  private CsvImport(
      TextSource source,
      ImportOptions options,
      MarketWriter writer,
      Tally tally,
      ImportProgress progress)
      throws IOException {
    this.options = options;
    this.writer = writer;
    this.tally = tally;
    this.progress = progress;
    this.names = new SymbolNames(source.names());
    this.bytes = source.bytes();
  }

  static void run(
      Path from, ImportOptions options, MarketWriter writer, Tally tally, ImportProgress progress)
      throws IOException {
    TextSource source = TextSource.of(from, options.limits());
    try (CsvImport csv = new CsvImport(source, options, writer, tally, progress)) {
      source.read(csv);
      csv.writeStaged();
    }
  }

  @Override
  public void aside(String name, String reason) {
    tally.fileAside(PlainText.of(name), PlainText.of(reason));
  }

  @Override
  public void progress(long done) {
    progress.at(Phase.READING, Math.min(done, bytes), bytes, current);
  }

  @Override
  public void file(String name, InputStream text) throws IOException {
    current = PlainText.of(name);
    Tally rows = new Tally();
    try {
      readRows(current, symbolOf(name), CsvFile.of(text, options.dates()), rows);
      tally.add(rows);
      if (staged != null) {
        staged.keep();
      }
    } catch (UnusableFileException e) {
      aside(name, e.getMessage());
    } catch (IOException e) {
      if (staged != null) {
        staged.forget();
      }
      throw e;
    }
  }

  private Optional<String> symbolOf(String name) {
    return Optional.of(names.symbolOf(name)).filter(SymbolNames::isSymbol);
  }

  /**
   * @param named what the file's name says, if it can be a symbol
   */
  private void readRows(String name, Optional<String> named, CsvFile file, Tally rows)
      throws IOException {
    if (!file.hasSymbols() && named.isEmpty()) {
      throw new UnusableFileException(
          "its name is no symbol, which has 1 to 40 characters that can be seen");
    }
    RowBuffer buffer = new RowBuffer();
    String symbol = null;
    boolean parked = false;
    while (file.next(row)) {
      rows.rowsRead++;
      if (row.problem != null) {
        rows.setAside(row.problem.title(), 1, example(name));
        continue;
      }
      String own = file.hasSymbols() ? row.symbol : named.orElseThrow();
      symbol = symbol == null ? own : symbol;
      if (!parked && (!own.equals(symbol) || buffer.isFull())) {
        park(symbol, buffer, name);
        parked = true;
      }
      if (parked) {
        park(own, name);
      } else {
        buffer.add(row);
      }
    }
    if (rows.rowsRead == 0) {
      throw new UnusableFileException("a header, but no rows");
    }
    if (!parked && buffer.size() > 0) {
      store(symbol, buffer, name, rows);
    }
  }

  private String example(String name) {
    String symbol = row.symbol == null ? "" : " " + row.symbol;
    return PlainText.of(name + " line " + row.line + "," + symbol + " " + row.dateText);
  }

  private void park(String symbol, RowBuffer buffer, String name) throws MarketException {
    if (staged == null) {
      staged = new StagedRows(writer.scratch());
    }
    for (int i = 0; i < buffer.size(); i++) {
      staged.add(symbol, buffer.day(i), name, buffer.line(i), buffer.cells(i));
    }
    buffer.clear();
  }

  private void park(String symbol, String name) throws MarketException {
    double[] cells = {row.open, row.high, row.low, row.close, row.volume, row.adjustedClose};
    staged.add(symbol, row.day, name, row.line, cells);
  }

  private void store(String symbol, RowBuffer buffer, String name, Tally rows)
      throws MarketException {
    String other = fileOfSymbol.putIfAbsent(symbol, name);
    if (other != null) {
      rows.setAside(
          Rule.SYMBOL_ELSEWHERE.title(),
          buffer.size(),
          name + ", " + symbol + ": taken from " + other);
      return;
    }
    Optional<String> refusal = writer.refusal(symbol);
    if (refusal.isPresent()) {
      rows.setAside(Rule.BAD_SYMBOL.title(), buffer.size(), name + ": " + refusal.get());
      return;
    }
    Optional<SymbolBars> bars = DailyBars.of(symbol, buffer, name, rows);
    if (bars.isPresent()) {
      writer.write(bars.get());
      tally.stored(bars.get());
    }
  }

  private void writeStaged() throws MarketException {
    if (staged != null) {
      int count = staged.symbols();
      options.limits().requireSymbols(count);
      StagedSymbols symbols = new StagedSymbols(count);
      staged.take(symbols);
      symbols.finish();
    }
  }

  @Override
  public void close() throws MarketException {
    if (staged != null) {
      staged.close();
    }
  }

  /** Collects the parked rows of a symbol, and stores them when the next symbol begins. */
  private final class StagedSymbols implements StagedRows.Taker {
    private final RowBuffer buffer = new RowBuffer();
    private final int symbols;
    private int done;
    private String symbol;
    private String file;
    private long beyondCapacity;

    StagedSymbols(int symbols) {
      this.symbols = symbols;
    }

    @Override
    public void row(String next, int day, String from, long line, double[] cells)
        throws MarketException {
      if (!next.equals(symbol)) {
        finish();
        symbol = next;
        file = from;
      }
      if (buffer.isFull()) {
        beyondCapacity++;
      } else {
        buffer.add(day, line, cells);
      }
    }

    void finish() throws MarketException {
      if (symbol == null) {
        return;
      }
      store(symbol, buffer, file, tally);
      tally.setAside(Rule.SEVERAL_A_DAY.title(), beyondCapacity, file + ", " + symbol);
      buffer.clear();
      beyondCapacity = 0;
      progress.at(Phase.WRITING, ++done, symbols, symbol);
    }
  }
}
