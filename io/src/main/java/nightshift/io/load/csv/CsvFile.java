package nightshift.io.load.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one text file. The first few megabytes are kept to find out how it is written; from
 * there on only one line is in memory.
 */
public final class CsvFile {
  private static final int HEAD_CHARACTERS = 4 << 20;

  /** Enough to tell how dates are written; short lines take more memory than their text. */
  private static final int HEAD_LINES = 100_000;

  private final LineReader lines;
  private final List<String> head;
  private final Layout layout;
  private final Header header;
  private long line;

  private CsvFile(LineReader lines, List<String> head, Layout layout) {
    this.lines = lines;
    this.head = head;
    this.layout = layout;
    this.header = layout.header();
    this.line = layout.headerLine() + 1L;
  }

  /**
   * @param text the file's bytes, uncompressed; not closed here
   * @param order what a date like 01/02/2013 means
   * @throws UnusableFileException when the file is empty or its layout cannot be made out
   */
  public static CsvFile of(InputStream text, DateOrder order) throws IOException {
    LineReader lines = LineReader.of(text);
    List<String> head = new ArrayList<>();
    int characters = 0;
    String line = "";
    while (characters < HEAD_CHARACTERS
        && head.size() < HEAD_LINES
        && (line = lines.next()) != null) {
      head.add(line);
      characters += line.length() + 1;
    }
    if (head.isEmpty()) {
      throw new UnusableFileException("empty");
    }
    return new CsvFile(lines, head, Layout.of(head, order));
  }

  /** Whether the rows say which symbol they belong to. */
  public boolean hasSymbols() {
    return header.symbol() != Header.ABSENT;
  }

  /**
   * Fills {@code row} with the next row that is not blank.
   *
   * @return false when there is none
   */
  public boolean next(Row row) throws IOException {
    String text = nextLine();
    while (text != null && text.isBlank()) {
      text = nextLine();
    }
    if (text == null) {
      return false;
    }
    fill(row, Cells.of(text, layout.separator()));
    return true;
  }

  private String nextLine() throws IOException {
    String text = line < head.size() ? head.get((int) line) : lines.next();
    line++;
    return text;
  }

  private void fill(Row row, List<String> cells) {
    row.line = line;
    row.dateText = cells.size() > header.date() ? cells.get(header.date()) : "";
    row.symbol = hasSymbols() && cells.size() > header.symbol() ? cells.get(header.symbol()) : null;
    row.problem = cells.size() < header.width() ? Rule.UNREADABLE : problem(row, cells);
  }

  private Rule problem(Row row, List<String> cells) {
    row.day = layout.dates().parse(row.dateText);
    row.open = number(cells, header.open());
    row.high = number(cells, header.high());
    row.low = number(cells, header.low());
    row.close = number(cells, header.close());
    row.adjustedClose = number(cells, header.adjustedClose());
    row.volume = number(cells, header.volume());
    if (row.day == DateCell.NONE) {
      return Rule.BAD_DATE;
    }
    if (hasSymbols() && !SymbolNames.isSymbol(row.symbol)) {
      return Rule.BAD_SYMBOL;
    }
    return mend(row);
  }

  private double number(List<String> cells, int column) {
    boolean there = column != Header.ABSENT && column < cells.size();
    return there ? layout.numbers().parse(cells.get(column)) : Double.NaN;
  }

  private static Rule mend(Row row) {
    if (isUnreadable(row)) {
      return Rule.UNREADABLE;
    }
    row.open = positive(row.open);
    row.high = positive(row.high);
    row.low = positive(row.low);
    row.close = positive(row.close);
    row.adjustedClose = positive(row.adjustedClose);
    row.volume = row.volume < 0 ? Double.NaN : row.volume;
    return Double.isNaN(row.close) ? Rule.MISSING_CLOSE : null;
  }

  private static boolean isUnreadable(Row row) {
    double least =
        min(
            row.open,
            min(row.high, min(row.low, min(row.close, min(row.adjustedClose, row.volume)))));
    return least == NumberCell.UNREADABLE;
  }

  /** The smaller; of a number and NaN, the number. */
  private static double min(double a, double b) {
    return a < b || Double.isNaN(b) ? a : b;
  }

  private static double positive(double price) {
    return price > 0 ? price : Double.NaN;
  }
}
