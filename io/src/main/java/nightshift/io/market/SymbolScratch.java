package nightshift.io.market;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A temporary file in which rows of a table of many symbols lie by symbol, so that reading symbol
 * by symbol does not walk over the table each time. It is a row of sections, each of which has some
 * rows sorted by symbol, then for each symbol where its rows start. In memory it takes 12 bytes a
 * section. The file is gone when it is closed or the process ends, however it ends.
 *
 * <p>Sections may be read by several threads at once; they are added by one.
 */
final class SymbolScratch implements AutoCloseable {
  /** A read or a write takes a buffer of this size outside the heap, which its thread keeps. */
  private static final int BUFFER_BYTES = 64 << 10;

  private final Path folder;
  private final List<Field> fields;
  private final int symbols;
  private final int rowBytes;
  private final FileChannel channel;
  private long[] starts = new long[16];
  private int[] sizes = new int[16];
  private int sections;
  private long end;

  /**
   * @param folder where the file is put
   * @param fields which numbers each row has
   * @param symbols how many symbols there are; their ranks are 0 to one less
   */
  SymbolScratch(Path folder, Set<Field> fields, int symbols) throws MarketException {
    this.folder = folder;
    this.fields = List.copyOf(fields);
    this.symbols = symbols;
    this.rowBytes = Integer.BYTES + Double.BYTES * fields.size();
    try {
      Path file = Files.createTempFile(folder, "nightshift-rows-", ".tmp");
      this.channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException uncreated) {
      throw failed("created", uncreated);
    }
  }

  private MarketException failed(String what, IOException cause) {
    return MarketException.of(
        "the scratch file for rows by symbol in " + folder + " could not be " + what, cause);
  }

  /** Which numbers each row has. */
  Set<Field> fields() {
    return Set.copyOf(fields);
  }

  /** How many sections there are. */
  int sections() {
    return sections;
  }

  /** The bytes of the file. */
  long bytes() {
    return end;
  }

  /** Adds a section. Rows of one symbol keep their order. */
  void add(SymbolRows rows) throws MarketException {
    int[] first = new int[symbols + 1];
    for (int row = 0; row < rows.size(); row++) {
      first[rows.ranks()[row] + 1]++;
    }
    for (int rank = 0; rank < symbols; rank++) {
      first[rank + 1] += first[rank];
    }
    int[] next = first.clone();
    int[] order = new int[rows.size()];
    for (int row = 0; row < order.length; row++) {
      order[next[rows.ranks()[row]]++] = row;
    }
    long start = end;
    try {
      write(rows, order, first);
    } catch (IOException unwritten) {
      throw failed("written", unwritten);
    }
    if (sections == starts.length) {
      starts = Arrays.copyOf(starts, 2 * sections);
      sizes = Arrays.copyOf(sizes, 2 * sections);
    }
    starts[sections] = start;
    sizes[sections++] = order.length;
  }

  private void write(SymbolRows rows, int[] order, int[] first) throws IOException {
    double[][] columns = fields.stream().map(rows::column).toArray(double[][]::new);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (int row : order) {
      if (buffer.remaining() < rowBytes) {
        write(buffer);
      }
      buffer.putInt(rows.days()[row]);
      for (double[] column : columns) {
        buffer.putDouble(column[row]);
      }
    }
    for (int place : first) {
      if (buffer.remaining() < Integer.BYTES) {
        write(buffer);
      }
      buffer.putInt(place);
    }
    write(buffer);
  }

  private void write(ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    buffer.clear();
  }

  /**
   * Appends the rows of a symbol in some sections.
   *
   * @param from first section, inclusive
   * @param to last section, exclusive
   * @param range which days; rows without a usable day come always
   */
  void read(int rank, int from, int to, DayRange range, RawBars into) throws MarketException {
    RowBlock block = new RowBlock(into, fields.stream().filter(into.fields()::contains).toList());
    int[] places = new int[fields.size()];
    int stored = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = into.fields().contains(fields.get(i)) ? stored++ : -1;
    }
    try {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES / rowBytes * rowBytes);
      for (int section = from; section < to; section++) {
        read(rank, section, range, places, block, buffer);
      }
    } catch (MarketException clear) {
      throw clear;
    } catch (IOException unread) {
      throw failed("read", unread);
    }
    block.flush();
  }

  private void read(
      int rank, int section, DayRange range, int[] places, RowBlock block, ByteBuffer buffer)
      throws IOException {
    long index = starts[section] + (long) sizes[section] * rowBytes;
    fill(buffer.clear().limit(2 * Integer.BYTES), index + (long) rank * Integer.BYTES);
    int row = buffer.getInt();
    int last = buffer.getInt();
    while (row < last) {
      int rows = Math.min(last - row, buffer.capacity() / rowBytes);
      fill(buffer.clear().limit(rows * rowBytes), starts[section] + (long) row * rowBytes);
      for (int i = 0; i < rows; i++) {
        take(buffer, i * rowBytes, range, places, block);
      }
      row += rows;
    }
  }

  private static void take(ByteBuffer buffer, int at, DayRange range, int[] places, RowBlock block)
      throws MarketException {
    int day = buffer.getInt(at);
    if (range.takes(day)) {
      block.add(day);
      for (int i = 0; i < places.length; i++) {
        if (places[i] >= 0) {
          block.set(places[i], buffer.getDouble(at + Integer.BYTES + i * Double.BYTES));
        }
      }
    }
  }

  private void fill(ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("it became shorter");
      }
    }
    buffer.flip();
  }

  @Override
  public void close() throws MarketException {
    try {
      channel.close();
    } catch (IOException unclosed) {
      throw failed("closed", unclosed);
    }
  }
}
