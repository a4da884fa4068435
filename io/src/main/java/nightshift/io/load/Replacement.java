package nightshift.io.load;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightshift.io.market.MarketException;

/**
 * A file or folder that takes its target's place whole or not at all.
 *
 * <p>The work is done in a hidden folder beside the target, {@code .NAME.importing}, so that the
 * last step is a rename on one disk. A file is replaced in one rename. For a folder it takes two:
 * the old one into the working folder, the new one to the target; should the machine stop between
 * them, the next import to the same target finds the old folder and puts it back first. A working
 * folder left by an import that died is recognised by its lock being free, and removed.
 */
final class Replacement implements AutoCloseable {
  private final Path target;
  private final Path work;
  private final FileChannel lock;

  private Replacement(Path target, Path work, FileChannel lock) {
    this.target = target;
    this.work = work;
    this.lock = lock;
  }

  /**
   * @throws MarketException when another import is at work on this target
   */
  static Replacement of(Path wanted) throws MarketException {
    try {
      Path target =
          Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath().normalize();
      Path work = target.resolveSibling("." + target.getFileName() + ".importing");
      Files.createDirectories(work);
      Replacement replacement = new Replacement(target, work, lock(work, target));
      replacement.recover();
      return replacement;
    } catch (IOException e) {
      throw failure("cannot prepare a new store for " + wanted, e);
    }
  }

  private static FileChannel lock(Path work, Path target) throws IOException {
    FileChannel channel = FileChannel.open(work.resolve("lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process: the same answer as if another held it.
    }
    channel.close();
    throw new MarketException(
        "another import is writing " + target + "; wait until it is done, then start again");
  }

  private void recover() throws IOException {
    if (Files.exists(old()) && !Files.exists(target)) {
      Files.move(old(), target, ATOMIC_MOVE);
    }
    for (Path leftover : entries(work)) {
      if (!leftover.getFileName().toString().equals("lock")) {
        deleteTree(leftover);
      }
    }
  }

  Path target() {
    return target;
  }

  /** Where the new store is to be built; nothing is there yet. */
  Path store() {
    return work.resolve("store");
  }

  /** The working folder, for scratch files. */
  Path scratch() {
    return work;
  }

  private Path old() {
    return work.resolve("old");
  }

  /** Forces the new store to disk, and puts it at the target. */
  void commit() throws MarketException {
    try {
      forceTree(store());
      if (Files.isDirectory(target)) {
        Files.move(target, old(), ATOMIC_MOVE);
      }
      Files.move(store(), target, ATOMIC_MOVE);
      force(target.getParent());
    } catch (IOException e) {
      throw failure("cannot put the new store at " + target, e);
    }
  }

  /** Removes the working folder; puts the old folder back if a commit failed half-way. */
  @Override
  public void close() throws MarketException {
    try (lock) {
      recover();
      deleteTree(work);
    } catch (IOException e) {
      throw failure("cannot remove the working folder " + work, e);
    }
  }

  private static void forceTree(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      for (Path file : entries(root)) {
        force(file);
      }
    }
    force(root);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, READ)) {
      channel.force(true);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static MarketException failure(String what, Exception cause) {
    return cause instanceof MarketException known
        ? known
        : new MarketException(what + ": " + cause, cause);
  }
}
