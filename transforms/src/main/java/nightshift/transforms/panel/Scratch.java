package nightshift.transforms.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nightshift.io.market.Column;

/**
 * A file in which the bars of a panel are kept instead of in memory: symbol after symbol in the
 * order in which they come, each with its epoch days, then column after column. It has a name only
 * while it is being made: where the system allows it, it is unlinked at once, so that nothing
 * remains of it however the process ends.
 *
 * <p>It is read and written at positions, and not mapped: pages of a map that were touched count as
 * memory of the process, and a map whose file is cut off or whose disk fails ends the Java machine
 * where a read fails with an error. Safe for several threads, each with a {@link Transfer} of its
 * own.
 */
public final class Scratch implements AutoCloseable {
  private static final long MB = 1 << 20;

  private final Path folder;
  private final Set<Column> columns;
  private final FileChannel file;
  private final AtomicLong end = new AtomicLong();

  /**
   * @param file empty; closed with this
   */
  Scratch(Path folder, Set<Column> columns, FileChannel file) {
    this.folder = folder;
    this.columns = columns;
    this.file = file;
  }

  /** How many bytes in the file a bar takes. */
  public static long bytesOfBar(int columns) {
    return Integer.BYTES + (long) columns * Double.BYTES;
  }

  /**
   * Makes an empty file.
   *
   * @param folder made where it is missing
   * @param bytes how many bytes there will be at most
   * @throws ScratchException when it cannot be made there, or there is too little room
   */
  public static Scratch in(Path folder, Set<Column> columns, long bytes) throws ScratchException {
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new ScratchException(
            "prices need up to "
                + mb(bytes)
                + " MB in a scratch file, and "
                + folder
                + " has "
                + free / MB
                + " MB free; make room there, name another folder with --scratchFolder, or raise"
                + " --memory");
      }
      Path path = folder.resolve("nightshift-" + UUID.randomUUID() + ".scratch");
      FileChannel file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new Scratch(folder, columns, file);
    } catch (ScratchException e) {
      throw e;
    } catch (IOException e) {
      throw new ScratchException(
          "no scratch file can be made in "
              + folder
              + ": "
              + reason(e)
              + "; name another folder with --scratchFolder",
          e);
    }
  }

  private static long mb(long bytes) {
    return (bytes + MB - 1) / MB;
  }

  private static String reason(IOException e) {
    String said = e.getMessage() == null ? "" : ": " + e.getMessage();
    return e.getClass() == IOException.class
        ? said.replaceFirst(": ", "")
        : e.getClass().getSimpleName() + said;
  }

  /** The columns that each symbol has. */
  public Set<Column> columns() {
    return columns;
  }

  /**
   * Adds a symbol.
   *
   * @param days epoch days of its bars
   * @param values gives the values of a column, one a bar
   * @return where it is
   */
  public long write(int[] days, Function<Column, double[]> values, Transfer transfer)
      throws ScratchException {
    long start = end.getAndAdd(bytesOfBar(columns.size()) * days.length);
    rewrite(start, days, values, transfer);
    return start;
  }

  /**
   * Writes a symbol over what was there of it.
   *
   * @param start where it is
   * @param days epoch days of its bars, not more than there were
   * @param values gives the values of a column, one a bar
   */
  public void rewrite(long start, int[] days, Function<Column, double[]> values, Transfer transfer)
      throws ScratchException {
    try {
      transfer.write(file, start, days, days.length);
      for (Column column : columns) {
        transfer.write(
            file, position(start, days.length, column), values.apply(column), days.length);
      }
    } catch (IOException e) {
      throw new ScratchException(
          "the scratch file in "
              + folder
              + " cannot be written after "
              + mb(start)
              + " MB: "
              + reason(e)
              + "; make room there, name another folder with --scratchFolder, or raise --memory",
          e);
    }
  }

  /** Where a column of a symbol begins. */
  private long position(long start, int length, Column column) {
    long at = start + (long) Integer.BYTES * length;
    for (Column before : columns) {
      if (before == column) {
        return at;
      }
      at += (long) Double.BYTES * length;
    }
    throw new IllegalStateException(
        "column " + column + " is not in the panel; declare it in columns()");
  }

  /** The epoch days of all bars of a symbol. */
  public int[] days(long start, int length, Transfer transfer) throws ScratchException {
    int[] days = new int[length];
    try {
      transfer.read(file, start, days, length);
      return days;
    } catch (IOException e) {
      throw cannotBeRead(e);
    }
  }

  /** All values of a column of a symbol. */
  public double[] values(long start, int length, Column column, Transfer transfer)
      throws ScratchException {
    double[] values = new double[length];
    try {
      transfer.read(file, position(start, length, column), values, length);
      return values;
    } catch (IOException e) {
      throw cannotBeRead(e);
    }
  }

  /** Reads the epoch days of all bars of a symbol. */
  void readDays(long start, int length, int[] days, Transfer transfer) {
    try {
      transfer.read(file, start, days, length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads values of a column into the first places of an array.
   *
   * @param length how many bars the symbol has
   * @param from the first bar to read, inclusive
   * @param to the bar after the last one to read
   */
  void read(
      long start, int length, Column column, int from, int to, double[] values, Transfer transfer) {
    try {
      long first = position(start, length, column) + (long) Double.BYTES * from;
      transfer.read(file, first, values, to - from);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(cannotBeRead(e));
  }

  private ScratchException cannotBeRead(IOException e) {
    return new ScratchException(
        "the scratch file in "
            + folder
            + " cannot be read: "
            + reason(e)
            + "; look at that disk, or name another folder with --scratchFolder",
        e);
  }

  /** Lets the file go. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(
          new ScratchException("the scratch file in " + folder + " cannot be closed", e));
    }
  }
}
