package nightshift.io.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Which sector each symbol is in: a CSV file with a header, in which the columns {@code symbol} and
 * {@code sector} are looked at, in any case and order, and no other.
 */
public final class SectorFile {
  private static final long MAX_BYTES = 16L << 20;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private SectorFile() {}

  /**
   * Reads the file.
   *
   * @return by symbol; a symbol without a sector is not in it
   * @throws IOException that says what is wrong, and where
   */
  public static Map<String, String> read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("sector file " + path + ": there is no such file");
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("sector file " + path + ": larger than 16 MB");
    }
    try (Reader text = Files.newBufferedReader(path);
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      return read(path, rows);
    } catch (CharacterCodingException e) {
      throw new IOException("sector file " + path + ": not a text file in UTF-8", e);
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new IOException("sector file " + path + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> read(Path path, CSVParser rows) throws IOException {
    for (String column : new String[] {"symbol", "sector"}) {
      if (rows.getHeaderNames().stream().noneMatch(column::equalsIgnoreCase)) {
        throw new IOException(
            "sector file "
                + path
                + ": no column "
                + column
                + " in its first line; it must have one");
      }
    }
    Map<String, String> sectors = new TreeMap<>();
    for (CSVRecord row : rows) {
      if (!row.isConsistent()) {
        throw at(path, row, "has " + row.size() + " cells, the first line another number");
      }
      String symbol = row.get("symbol");
      String sector = row.get("sector").toLowerCase(Locale.ROOT);
      if (symbol.isEmpty() || sector.isEmpty()) {
        continue;
      }
      String before = sectors.put(symbol, sector);
      if (before != null && !before.equals(sector)) {
        throw at(path, row, symbol + " is in '" + before + "' and in '" + sector + "'");
      }
    }
    if (sectors.isEmpty()) {
      throw new IOException("sector file " + path + ": no symbol with a sector in it");
    }
    return sectors;
  }

  private static IOException at(Path path, CSVRecord row, String what) {
    return new IOException("sector file " + path + ", row " + row.getRecordNumber() + ": " + what);
  }
}
