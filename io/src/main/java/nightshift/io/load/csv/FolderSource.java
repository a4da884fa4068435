package nightshift.io.load.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nightshift.io.market.MarketException;

/** A folder and its subfolders; each file in it may itself be an archive. */
record FolderSource(Path path, Limits limits) implements TextSource {

  @Override
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files()) {
      if (isWanted(file)) {
        try {
          names.addAll(TextSource.of(file, limits).names());
        } catch (MarketException e) {
          throw e;
        } catch (IOException e) {
          // It has no names to offer; reading will come upon the same and put the file aside.
          continue;
        }
      }
    }
    return names;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    long done = 0;
    for (Path file : files()) {
      String name = path.relativize(file).toString();
      if (isWanted(file)) {
        readOne(file, name, new Within(visitor, name, done));
      } else {
        visitor.aside(name, "not a .csv, .txt or .tsv file, nor an archive");
      }
      visitor.progress(done += Files.size(file));
    }
  }

  private void readOne(Path file, String name, Visitor visitor) throws IOException {
    try {
      TextSource.of(file, limits).read(visitor);
    } catch (MarketException e) {
      throw e;
    } catch (IOException e) {
      visitor.aside(name, "cannot be read: " + e.getMessage());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> files =
          tree.filter(Files::isRegularFile).limit(limits.files() + 1L).sorted().toList();
      limits.requireFiles(files.size(), path);
      return files;
    }
  }

  private static boolean isWanted(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return SymbolNames.isPriceFile(name)
        || name.matches("[^.].*\\.(zip|tar|tgz|tbz2?|txz|tar\\.(gz|bz2|xz|zst))");
  }

  /** Passes on what happens in one file of the folder, with the file's place in it. */
  private record Within(Visitor outer, String name, long before) implements Visitor {
    @Override
    public void file(String inner, InputStream text) throws IOException {
      outer.file(placed(inner), text);
    }

    @Override
    public void aside(String inner, String reason) {
      outer.aside(placed(inner), reason);
    }

    @Override
    public void progress(long bytes) {
      outer.progress(before + bytes);
    }

    private String placed(String inner) {
      int archive = inner.indexOf('!');
      return archive < 0 ? name : name + inner.substring(archive);
    }
  }
}
