package nightshift.io.load.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one file is written, found out from its first lines.
 *
 * @param headerLine index of the header's line; rows begin after it
 * @param header which column holds what
 */
record Layout(int headerLine, char separator, Header header, DateCell dates, NumberCell numbers) {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int HEADER_WITHIN = 20;
  private static final int SAMPLE = 300;
  private static final int LONGEST_SYMBOL_IN_NAME = 12;

  /**
   * @param head the first lines of the file; a few days' worth of rows, better a month's
   * @throws UnusableFileException when there is no header, or dates are ambiguous
   */
  static Layout of(List<String> head, DateOrder order) throws UnusableFileException {
    for (int line = 0; line < Math.min(head.size(), HEADER_WITHIN); line++) {
      for (char separator : SEPARATORS) {
        Header header = Header.of(Cells.of(head.get(line), separator));
        if (header != null) {
          return of(head, order, line, separator, header);
        }
      }
    }
    throw new UnusableFileException(
        "no header with a date and a close in its first " + HEADER_WITHIN + " lines");
  }

  private static Layout of(
      List<String> head, DateOrder order, int line, char separator, Header header)
      throws UnusableFileException {
    List<String> rows = head.subList(line + 1, head.size());
    List<List<String>> sample =
        rows.stream().limit(SAMPLE).map(row -> Cells.of(row, separator)).toList();
    return new Layout(
        line,
        separator,
        withSymbol(header, sample),
        DateCell.forFile(dates(rows, separator, header), order),
        NumberCell.forFile(cells(sample, header.prices()), separator));
  }

  /** A column "name" holds symbols if its cells look like them, else names of companies. */
  private static Header withSymbol(Header header, List<List<String>> sample) {
    if (header.symbol() != Header.ABSENT || header.name() == Header.ABSENT) {
      return header;
    }
    boolean symbols =
        cells(sample, header.name()).stream()
            .allMatch(c -> c.length() <= LONGEST_SYMBOL_IN_NAME && c.indexOf(' ') < 0);
    return symbols ? header.withSymbol(header.name()) : header;
  }

  private static List<String> cells(List<List<String>> rows, int... columns) {
    List<String> cells = new ArrayList<>();
    for (List<String> row : rows) {
      IntStream.of(columns).filter(c -> c < row.size()).forEach(c -> cells.add(row.get(c)));
    }
    return cells;
  }

  /** Cut as they are asked for: the first one is often enough. */
  private static Iterable<String> dates(List<String> rows, char separator, Header header) {
    return () ->
        rows.stream()
            .map(row -> Cells.of(row, separator))
            .filter(row -> row.size() > header.date())
            .map(row -> row.get(header.date()))
            .iterator();
  }
}
