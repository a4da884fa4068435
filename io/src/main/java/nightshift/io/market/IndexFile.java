package nightshift.io.market;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import nightshift.io.day.Days;

/**
 * The file of a {@link CoverageIndex}: a name with a version, the market, then for each file its
 * stamp and its symbols with their years. A checksum stands at the end.
 */
final class IndexFile {
  private static final String FORMAT = "nightshift coverage 2";

  /** An index of 100,000 symbols with 20 years is smaller. */
  private static final int MOST_BYTES = 64 << 20;

  private IndexFile() {}

  /**
   * Reads an index.
   *
   * @return what is known of each file; nothing when there is no index, it is damaged, or it is
   *     that of another market
   */
  static Map<Path, CoverageIndex.Entry> read(Path file, Path market) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Map.of();
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Long.BYTES;
      if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
        return Map.of();
      }
      return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)), market);
    } catch (IOException | RuntimeException foreign) {
      // An index is only a memory of what the market itself says: without it that is looked up.
      return Map.of();
    }
  }

  private static Map<Path, CoverageIndex.Entry> read(DataInputStream in, Path market)
      throws IOException {
    if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(market.toString())) {
      return Map.of();
    }
    Map<Path, CoverageIndex.Entry> entries = new HashMap<>();
    for (int files = in.readInt(); files > 0; files--) {
      Path path = market.resolve(in.readUTF());
      FileStamp stamp = new FileStamp(in.readLong(), in.readLong());
      Map<String, Coverage> symbols = new HashMap<>(2);
      for (int count = in.readInt(); count > 0; count--) {
        Coverage coverage = readCoverage(in);
        symbols.put(coverage.symbol(), coverage);
      }
      entries.put(
          path,
          new CoverageIndex.Entry(stamp, symbols.size() == 1 ? Map.copyOf(symbols) : symbols));
    }
    return entries;
  }

  private static Coverage readCoverage(DataInputStream in) throws IOException {
    String symbol = in.readUTF();
    LocalDate first = LocalDate.ofEpochDay(in.readInt());
    LocalDate last = LocalDate.ofEpochDay(in.readInt());
    long bytes = in.readLong();
    long content = in.readLong();
    SortedMap<Integer, Integer> years = new TreeMap<>();
    for (int count = in.readShort(); count > 0; count--) {
      years.put((int) in.readShort(), in.readInt());
    }
    requirePossible(first, last, bytes, years);
    return new Coverage(symbol, first, last, years, bytes, content);
  }

  /** What this class wrote is; anything else is of another make, and could ask for any memory. */
  private static void requirePossible(
      LocalDate first, LocalDate last, long bytes, SortedMap<Integer, Integer> years)
      throws IOException {
    boolean possible =
        !years.isEmpty()
            && years.firstKey() == first.getYear()
            && years.lastKey() == last.getYear()
            && first.toEpochDay() >= Days.FIRST
            && last.toEpochDay() <= Days.LAST
            && bytes >= 0
            && years.values().stream().allMatch(bars -> bars > 0);
    if (!possible) {
      throw new IOException("an index that nobody wrote");
    }
  }

  /** Puts a new index in the place of the old one, at once. */
  static void write(Path file, Path market, Map<Path, CoverageIndex.Entry> entries)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(FORMAT);
    out.writeUTF(market.toString());
    out.writeInt(entries.size());
    for (Map.Entry<Path, CoverageIndex.Entry> entry : entries.entrySet()) {
      out.writeUTF(market.relativize(entry.getKey()).toString());
      out.writeLong(entry.getValue().stamp().size());
      out.writeLong(entry.getValue().stamp().modified());
      out.writeInt(entry.getValue().coverage().size());
      for (Coverage coverage : entry.getValue().coverage().values()) {
        writeCoverage(out, coverage);
      }
    }
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    replace(file, bytes.toByteArray());
  }

  private static void writeCoverage(DataOutputStream out, Coverage coverage) throws IOException {
    out.writeUTF(coverage.symbol());
    out.writeInt((int) coverage.first().toEpochDay());
    out.writeInt((int) coverage.last().toEpochDay());
    out.writeLong(coverage.bytesPerColumn());
    out.writeLong(coverage.content());
    out.writeShort(coverage.barsByYear().size());
    for (Map.Entry<Integer, Integer> year : coverage.barsByYear().entrySet()) {
      out.writeShort(year.getKey());
      out.writeInt(year.getValue());
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path next = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
    try {
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return checksum.getValue();
  }
}
