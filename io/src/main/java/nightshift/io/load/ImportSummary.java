package nightshift.io.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an import did.
 *
 * @param rowsRead rows with something in them, of all files that could be read to their end
 * @param bars rows that are in the store
 * @param first day of the first bar of any symbol
 * @param last day of the last bar of any symbol, inclusive
 * @param setAside rows that are not in the store, by rule
 * @param takenWith rows that are in the store although something about them is odd, by rule
 * @param filesAside files (or symbols of another store) of which nothing was taken
 */
public record ImportSummary(
    Path from,
    Path to,
    int symbols,
    long rowsRead,
    long bars,
    LocalDate first,
    LocalDate last,
    List<Blemish> setAside,
    List<Blemish> takenWith,
    List<FileAside> filesAside) {
  private static final int FILES_SHOWN = 10;

  /**
   * @param rule its short stable name
   * @param example where the first one is, for people
   */
  public record Blemish(String rule, long rows, String example) {
    Blemish plus(Blemish later) {
      return new Blemish(rule, rows + later.rows, example);
    }
  }

  public record FileAside(String name, String reason) {}

  public ImportSummary {
    long accounted = bars + rows(setAside);
    if (rowsRead != accounted) {
      throw new IllegalStateException(
          "rows were lost on the way: " + rowsRead + " read, but " + accounted + " accounted for");
    }
    setAside = List.copyOf(setAside);
    takenWith = List.copyOf(takenWith);
    filesAside = List.copyOf(filesAside);
  }

  static ImportSummary of(Path from, Path to, Tally tally) {
    return new ImportSummary(
        from,
        to,
        tally.symbols,
        tally.rowsRead,
        tally.bars,
        LocalDate.ofEpochDay(tally.firstDay),
        LocalDate.ofEpochDay(tally.lastDay),
        List.copyOf(tally.setAside.values()),
        List.copyOf(tally.taken.values()),
        tally.files);
  }

  private static long rows(List<Blemish> blemishes) {
    return blemishes.stream().mapToLong(Blemish::rows).sum();
  }

  /** Whether anything was left out. */
  public boolean isComplete() {
    return setAside.isEmpty() && filesAside.isEmpty();
  }

  /** The summary for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(text("taken: %,d symbols, %,d bars, %s to %s", symbols, bars, first, last));
    for (Blemish odd : takenWith) {
      lines.add(text("  of them %s: %,d, first %s", odd.rule(), odd.rows(), odd.example()));
    }
    lines.add(text("set aside: %,d of %,d rows", rows(setAside), rowsRead));
    for (Blemish blemish : setAside) {
      lines.add(text("  %s: %,d, first %s", blemish.rule(), blemish.rows(), blemish.example()));
    }
    addFiles(lines);
    lines.add("store: " + to.toAbsolutePath());
    return lines;
  }

  private void addFiles(List<String> lines) {
    if (!filesAside.isEmpty()) {
      lines.add(text("files set aside: %,d", filesAside.size()));
    }
    filesAside.stream()
        .limit(FILES_SHOWN)
        .forEach(file -> lines.add("  " + file.name() + ": " + file.reason()));
    if (filesAside.size() > FILES_SHOWN) {
      lines.add(text("  and %,d more", filesAside.size() - FILES_SHOWN));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
