package nightshift.pipelines.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What no file of a machine tells: the room on its disks, and what its own programs say. */
interface Instruments {

  /**
   * The room on a disk, in bytes.
   *
   * @param usable for ordinary users
   */
  record Room(long total, long usable) {}

  /** The room where a path is, or would be; empty where that is not known. */
  Optional<Room> room(Path path);

  /** What a program prints; empty where it is not there, fails, or takes more than 30 seconds. */
  Optional<String> output(String... command);

  /** Those of a tree. */
  static Instruments of(Tree tree) {
    return tree.isThisMachine() ? new Here() : new Recorded(tree);
  }

  /** This machine's. */
  final class Here implements Instruments {
    private static final long SECONDS = 30;
    private static final int MOST_BYTES = 16 << 20;

    @Override
    public Optional<Room> room(Path path) {
      Path there = path.toAbsolutePath();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      try {
        FileStore store = Files.getFileStore(there);
        return Optional.of(new Room(store.getTotalSpace(), store.getUsableSpace()));
      } catch (IOException unknown) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> output(String... command) {
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"))
                .start();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> end(process));
        byte[] answer = process.getInputStream().readNBytes(MOST_BYTES);
        process.getInputStream().close();
        boolean ended = process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
        process.destroyForcibly();
        return ended ? Optional.of(new String(answer, UTF_8)) : Optional.empty();
      } catch (IOException notThere) {
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }

    private static Process end(Process process) {
      return process.destroyForcibly();
    }
  }

  /**
   * Those that were recorded: what {@code df -kP} printed is in {@code doctor/df}, what another
   * program did, in a file of its name beside it.
   */
  record Recorded(Tree tree) implements Instruments {

    @Override
    public Optional<Room> room(Path path) {
      List<String[]> disks =
          tree.text("doctor/df")
              .orElse("")
              .lines()
              .map(line -> line.strip().split("\\s+", 6))
              .filter(cells -> cells.length == 6 && cells[1].matches("\\d{1,15}"))
              .toList();
      return disks.stream()
          .filter(cells -> path.startsWith(cells[5]))
          .max((a, b) -> Integer.compare(a[5].length(), b[5].length()))
          .map(cells -> new Room(Long.parseLong(cells[1]) << 10, Long.parseLong(cells[3]) << 10));
    }

    @Override
    public Optional<String> output(String... command) {
      return tree.text("doctor/" + Arrays.asList(command).get(0));
    }
  }
}
