package nightshift.io.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where temporary files go: beside the research database, which is on a disk and has room. */
record ScratchFolder(Optional<Path> wanted) {

  /** The wanted folder if it can be written to by now, else the system's own for such files. */
  Path path() {
    return wanted
        .filter(Files::isDirectory)
        .filter(Files::isWritable)
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }
}
