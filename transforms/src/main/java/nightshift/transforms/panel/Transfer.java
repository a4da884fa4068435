package nightshift.transforms.panel;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Moves arrays to and from a file at given positions, through one buffer outside the heap. An
 * instance belongs to one worker.
 */
public final class Transfer {
  /** What is moved at once: all bars of a column of a symbol, but for very long folds. */
  static final int BUFFER_BYTES = 32 * 1024;

  private ByteBuffer buffer;

  /** The buffer, made when it is first needed: panels in memory need none. */
  private ByteBuffer buffer(long bytes) {
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    }
    return buffer.clear().limit((int) Math.min(bytes, BUFFER_BYTES));
  }

  /** Writes the first values of an array at a position. */
  void write(FileChannel file, long position, int[] values, int length) throws IOException {
    for (int done = 0; done < length; ) {
      ByteBuffer part = buffer((long) Integer.BYTES * (length - done));
      int count = part.limit() / Integer.BYTES;
      part.asIntBuffer().put(values, done, count);
      write(file, position + (long) Integer.BYTES * done, part);
      done += count;
    }
  }

  /** Writes the first values of an array at a position. */
  void write(FileChannel file, long position, double[] values, int length) throws IOException {
    for (int done = 0; done < length; ) {
      ByteBuffer part = buffer((long) Double.BYTES * (length - done));
      int count = part.limit() / Double.BYTES;
      part.asDoubleBuffer().put(values, done, count);
      write(file, position + (long) Double.BYTES * done, part);
      done += count;
    }
  }

  /** Reads values from a position on into the first places of an array. */
  void read(FileChannel file, long position, int[] values, int length) throws IOException {
    for (int done = 0; done < length; ) {
      ByteBuffer part = buffer((long) Integer.BYTES * (length - done));
      read(file, position + (long) Integer.BYTES * done, part);
      int count = part.limit() / Integer.BYTES;
      part.asIntBuffer().get(values, done, count);
      done += count;
    }
  }

  /** Reads values from a position on into the first places of an array. */
  void read(FileChannel file, long position, double[] values, int length) throws IOException {
    for (int done = 0; done < length; ) {
      ByteBuffer part = buffer((long) Double.BYTES * (length - done));
      read(file, position + (long) Double.BYTES * done, part);
      int count = part.limit() / Double.BYTES;
      part.asDoubleBuffer().get(values, done, count);
      done += count;
    }
  }

  private static void write(FileChannel file, long position, ByteBuffer part) throws IOException {
    long at = position;
    while (part.hasRemaining()) {
      at += file.write(part, at);
    }
  }

  private static void read(FileChannel file, long position, ByteBuffer part) throws IOException {
    long at = position;
    while (part.hasRemaining()) {
      int count = file.read(part, at);
      if (count < 0) {
        throw new EOFException("it ends after " + at + " bytes");
      }
      at += count;
    }
    part.flip();
  }
}
