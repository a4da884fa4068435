package nightshift.transforms.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each write to a scratch file fails once, half done, as on a full disk. */
class FailingScratchTest {
  private static final Set<Column> COLUMNS = EnumSet.of(Column.OPEN, Column.CLOSE);
  private static final int SYMBOLS = 3;

  /** More than a transfer moves at once. */
  private static final int BARS = 5000;

  @TempDir Path folder;

  @Test
  void isSaidByNameAndLeavesNothing() throws Exception {
    int writes = writes();
    assertThat(writes).isGreaterThan(SYMBOLS * 4);
    for (int n = 1; n <= writes; n++) {
      try (Scratch scratch = new Scratch(folder, COLUMNS, file(n))) {
        assertThatThrownBy(() -> fill(scratch))
            .isInstanceOf(ScratchException.class)
            .hasMessageContaining("the scratch file in " + folder + " cannot be written after ")
            .hasMessageContaining("No space left on device; make room there");
      }
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** How many there are when none fails; what was written can be read. */
  private int writes() throws Exception {
    Faulty file = file(0);
    try (Scratch scratch = new Scratch(folder, COLUMNS, file)) {
      long[] starts = fill(scratch);
      double[] read = new double[BARS];
      for (int i = 0; i < SYMBOLS; i++) {
        scratch.read(starts[i], BARS, Column.CLOSE, 0, BARS, read, new Transfer());
        assertThat(read).isEqualTo(values(i, Column.CLOSE));
      }
    }
    return file.writes;
  }

  private static long[] fill(Scratch scratch) throws ScratchException {
    long[] starts = new long[SYMBOLS];
    for (int i = 0; i < SYMBOLS; i++) {
      int symbol = i;
      int[] days = IntStream.range(0, BARS).toArray();
      starts[i] = scratch.write(days, column -> values(symbol, column), new Transfer());
    }
    return starts;
  }

  private static double[] values(int symbol, Column column) {
    return IntStream.range(0, BARS).mapToDouble(t -> t + symbol * 0.1 + column.ordinal()).toArray();
  }

  private Faulty file(int failing) throws IOException {
    return new Faulty(
        FileChannel.open(
            folder.resolve("a.scratch"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE),
        failing);
  }

  /** A file of which one write fails; what a panel does not use is not there. */
  private static final class Faulty extends FileChannel {
    private final FileChannel real;
    private final int failing;
    private int writes;

    Faulty(FileChannel real, int failing) {
      this.real = real;
      this.failing = failing;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      if (++writes == failing) {
        real.write(from.slice(0, from.remaining() / 2), position);
        throw new IOException("No space left on device");
      }
      return real.write(from, position);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return real.read(into, position);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }

    @Override
    public int read(ByteBuffer into) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void force(boolean metaData) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
