package nightshift.io.research;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * The right to run on a research database, which one process has at a time. The operating system
 * keeps it, on a file beside the database, and takes it back when the process ends, however it
 * ends. In the file stands who has it. The file stays, empty: whoever removed it could take a lock
 * from somebody who has just got it.
 */
public final class ResearchLock implements AutoCloseable {
  /**
   * What is locked lies behind what is written: not every system lets others read what is locked.
   */
  private static final long LOCKED_AT = 1 << 20;

  private static final int MOST_BYTES = 1 << 10;

  /**
   * Those of this process. A system that keeps locks by process forgets one as soon as the process
   * closes the file, through whatever it had opened it.
   */
  private static final Map<Path, ResearchLock> HELD = new HashMap<>();

  private final Path database;
  private final Path path;
  private final FileChannel channel;
  private final LockOwner owner;

  private ResearchLock(Path database, Path path, FileChannel channel, LockOwner owner) {
    this.database = database;
    this.path = path;
    this.channel = channel;
    this.owner = owner;
  }

  /**
   * Fails if somebody runs on a database now. Nothing is created or changed.
   *
   * @throws ResearchException that says who, and since when
   */
  public static void requireFree(Path database) throws ResearchException {
    Path file = beside(database);
    synchronized (HELD) {
      requireNotOurs(database, file);
      if (!Files.exists(file)) {
        return;
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        lock(channel, database);
      } catch (ResearchException e) {
        throw e;
      } catch (IOException e) {
        throw unusable(file, e);
      }
    }
  }

  /**
   * Takes the lock of a database, at once or not at all; makes the folder if it is not there.
   *
   * @throws ResearchException that says who has it, and since when
   */
  public static ResearchLock take(Path database) throws ResearchException {
    Path file = beside(database);
    synchronized (HELD) {
      requireNotOurs(database, file);
      FileChannel channel = null;
      try {
        Files.createDirectories(file.getParent());
        channel =
            FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock(channel, database);
        LockOwner owner = LockOwner.here(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        write(channel, owner.text());
        ResearchLock lock = new ResearchLock(database, file, channel, owner);
        HELD.put(file, lock);
        return lock;
      } catch (IOException e) {
        close(channel, e);
        throw e instanceof ResearchException ours ? ours : unusable(file, e);
      }
    }
  }

  /** The path of the database that is locked. */
  public Path database() {
    return database;
  }

  private static void requireNotOurs(Path database, Path file) throws ResearchException {
    ResearchLock ours = HELD.get(file);
    if (ours != null) {
      throw inUse(database, ours.owner.toString());
    }
  }

  /** Two ways to one database are one lock. */
  private static Path beside(Path database) throws ResearchException {
    Path file = database.toAbsolutePath().normalize();
    try {
      if (Files.exists(file)) {
        file = file.toRealPath();
      } else if (Files.exists(file.getParent())) {
        file = file.getParent().toRealPath().resolve(file.getFileName());
      }
      return file.resolveSibling(file.getFileName() + ".lock");
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Where the system keeps no locks, as on some network drives, it does so for everybody: then what
   * stands in the file decides.
   */
  private static void lock(FileChannel channel, Path database) throws IOException {
    FileLock lock = channel.tryLock(LOCKED_AT, 1, false);
    String text = read(channel);
    if (lock == null) {
      throw inUse(database, LockOwner.parse(text).map(LockOwner::toString).orElse("another run"));
    }
    LockOwner last = LockOwner.parse(text).orElse(null);
    if (last != null && last.isAlive()) {
      throw inUse(database, last.toString());
    }
  }

  private static ResearchException inUse(Path database, String owner) {
    return new ResearchException(
        "the research database "
            + database.toAbsolutePath().normalize()
            + " is in use by "
            + owner
            + "; wait for it or stop it, or name another database with --research=FILE");
  }

  private static ResearchException unusable(Path file, IOException e) {
    return new ResearchException(
        "cannot lock " + file + ", by which one run at a time is held to: " + e, e);
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void close(FileChannel channel, IOException cause) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  /** Gives it back. */
  @Override
  public void close() throws ResearchException {
    synchronized (HELD) {
      HELD.remove(path, this);
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        throw unusable(path, e);
      }
    }
  }
}
