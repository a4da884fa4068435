package nightshift.pipelines.measure;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what children write, beside the research database: on the same disk as a real run's,
 * and not in a {@code /tmp} that may be memory. It is removed with all that is in it.
 *
 * @param path of the folder
 * @param made folders above it that were made for it, the innermost first
 */
public record WorkFolder(Path path, List<Path> made) {
  private static final String PREFIX = ".nightshift-children-";

  /**
   * Makes one.
   *
   * @param beside the folder in which it is; made too where there is none
   * @throws IOException when it cannot be made
   */
  public static WorkFolder make(Path beside) throws IOException {
    List<Path> missing =
        Stream.iterate(beside.toAbsolutePath(), path -> path != null, Path::getParent)
            .takeWhile(path -> !Files.exists(path))
            .toList();
    Files.createDirectories(beside);
    removeLeft(beside);
    long pid = ProcessHandle.current().pid();
    return new WorkFolder(Files.createTempDirectory(beside, PREFIX + pid + "-"), missing);
  }

  /** Those of processes that were killed and could not tidy up. */
  private static void removeLeft(Path beside) throws IOException {
    try (Stream<Path> files = Files.list(beside)) {
      for (Path folder : files.toList()) {
        String name = folder.getFileName().toString();
        if (name.matches("\\" + PREFIX + "\\d{1,18}-\\d+")
            && ProcessHandle.of(Long.parseLong(name.split("-")[2])).isEmpty()) {
          removeAll(folder);
        }
      }
    }
  }

  /** Where a child's research database goes. */
  public Path database() {
    return path.resolve("research.db");
  }

  /** Removes the database of the last child, so that the next one begins anew. */
  void removeDatabase() throws IOException {
    String name = database().getFileName().toString();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(name)) {
          removeAll(file);
        }
      }
    }
  }

  /** Removes it, and the folders that were made for it if they are empty. */
  public void remove() throws IOException {
    removeAll(path);
    for (Path folder : made) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException usedByOthersMeanwhile) {
        return;
      }
    }
  }

  private static void removeAll(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
