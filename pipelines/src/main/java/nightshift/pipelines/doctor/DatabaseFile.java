package nightshift.pipelines.doctor;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file that has the name of a research database.
 *
 * @param path here
 */
record DatabaseFile(Path path, long bytes) {
  private static final Set<String> NAMES =
      Set.of("nightshift.db", "research.db", "research.sqlite", "nightshift.sqlite");
  private static final Set<String> NOT_LOOKED_INTO =
      Set.of("proc", "sys", "dev", "target", "node_modules", ".git", ".m2", ".cache");
  private static final int DEEP = 5;
  private static final int MOST = 50_000;

  boolean isEmpty() {
    return bytes == 0;
  }

  /** Those in some folders, five levels deep and among 50,000 files at most, by path. */
  static List<DatabaseFile> below(Collection<Path> folders, String alsoNamed) {
    Set<Path> seen = new TreeSet<>();
    List<DatabaseFile> found = new ArrayList<>();
    int[] left = {MOST};
    for (Path folder : folders) {
      walk(
          folder,
          left,
          (file, size) -> {
            String name = file.getFileName().toString();
            if ((NAMES.contains(name) || name.equals(alsoNamed)) && seen.add(file)) {
              found.add(new DatabaseFile(file, size));
            }
          });
    }
    found.sort(Comparator.comparing(DatabaseFile::path));
    return found;
  }

  /** Is shown a file. */
  private interface Seen {
    void file(Path file, long bytes);
  }

  private static void walk(Path folder, int[] left, Seen seen) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(FileVisitOption.class),
          DEEP,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes is) {
              boolean skipped =
                  !dir.equals(folder) && NOT_LOOKED_INTO.contains(dir.getFileName().toString());
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile()) {
                seen.file(file, is.size());
              }
              return --left[0] > 0 ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException closedToUs) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException vanished) {
      // A folder that goes away while it is walked has nothing to be told of.
    }
  }
}
