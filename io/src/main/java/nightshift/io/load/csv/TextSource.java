package nightshift.io.load.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where text files are: a folder, a zip or tar archive, or one file, compressed or not. */
public interface TextSource {

  /** What is done with the files, one after another. */
  interface Visitor {
    /**
     * @param text the file's bytes, decompressed; not to be closed
     * @throws IOException ends the whole visit
     */
    void file(String name, InputStream text) throws IOException;

    /** A file that was not opened, or could not be read. */
    void aside(String name, String reason);

    /**
     * @param bytes how many stored bytes were read so far, out of {@link TextSource#bytes()}
     */
    void progress(long bytes);
  }

  /** Looks at a path, and at the first bytes of a file, to find out what it is. */
  static TextSource of(Path path, Limits limits) throws IOException {
    if (Files.isDirectory(path)) {
      return new FolderSource(path, limits);
    }
    return ZipSource.isZip(path) ? new ZipSource(path, limits) : new StreamSource(path, limits);
  }

  /** Stored size, compressed where it is. */
  long bytes() throws IOException;

  /** Names of all price files, in no particular order. */
  List<String> names() throws IOException;

  /** Shows all files to the visitor, each once, one at a time. */
  void read(Visitor visitor) throws IOException;
}
