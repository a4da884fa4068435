package nightshift.io.research;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What can be seen of a database from outside.
 *
 * @param isWritten whether SQLite's log is beside it: then somebody writes, or was ended while
 *     writing
 */
record FileState(Path path, boolean isWritten, long size, FileTime changed, Object key) {

  static FileState of(Path path) throws ResearchException {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      boolean isWritten = Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
      return new FileState(path, isWritten, is.size(), is.lastModifiedTime(), is.fileKey());
    } catch (IOException e) {
      throw new ResearchException(
          "cannot look at the research database " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether what was read since is one state: where somebody writes, SQLite sees to it; else the
   * file must be what it was.
   */
  boolean holds() throws ResearchException {
    return isWritten || equals(of(path));
  }
}
