package nightshift.pipelines.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import nightshift.profiles.KernelText;

/**
 * The files of a machine: this one's, or those of another that were recorded below a folder.
 *
 * @param root {@code /}, or that folder
 */
record Tree(Path root) {
  /** Of a log, so much is looked at: its end. */
  private static final long LOG_BYTES = 64L << 20;

  private static final int MOST_LINES = 20_000;
  private static final int MOST_CHARS = 4096;

  Tree {
    root = root.toAbsolutePath().normalize();
  }

  boolean isThisMachine() {
    return root.equals(Path.of("/"));
  }

  /** Where a path of that machine is here. */
  Path at(String path) {
    return root.resolve(path.replaceFirst("^/+", ""));
  }

  Path at(Path path) {
    return at(path.toString());
  }

  /** The path as that machine has it, with a leading slash. */
  String shown(Path here) {
    return isThisMachine() ? here.toString() : "/" + root.relativize(here);
  }

  boolean exists(String path) {
    return Files.exists(at(path));
  }

  /** Whether it is there, but not for this user. */
  boolean isHidden(String path) {
    return exists(path) && !Files.isReadable(at(path));
  }

  /** What a small file says, without blanks around it. */
  Optional<String> text(String path) {
    return KernelText.of(at(path));
  }

  OptionalLong number(String path) {
    return KernelText.number(at(path));
  }

  /** What is in a folder, by name; nothing where there is none. */
  List<Path> list(String folder) {
    return KernelText.list(at(folder));
  }

  /**
   * The lines of a text file, compressed or not, that are wanted, the last 20,000 of them; of a
   * large file, its end is looked at. Empty where it cannot be read.
   */
  List<String> lines(Path file, Predicate<String> wanted) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return List.of();
    }
    try (InputStream in = open(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
      return lines(reader, wanted);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) {
      return new GZIPInputStream(in);
    }
    in.skipNBytes(Math.max(0, Files.size(file) - LOG_BYTES));
    return in;
  }

  private static List<String> lines(BufferedReader reader, Predicate<String> wanted)
      throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    long left = LOG_BYTES;
    for (int c = reader.read(); c >= 0 && left > 0; c = reader.read(), left--) {
      if (c == '\n') {
        keep(line, wanted, lines);
      } else if (line.length() < MOST_CHARS) {
        line.append((char) c);
      }
    }
    keep(line, wanted, lines);
    return lines;
  }

  private static void keep(StringBuilder line, Predicate<String> wanted, List<String> lines) {
    String text = line.toString();
    line.setLength(0);
    if (wanted.test(text)) {
      if (lines.size() == MOST_LINES) {
        lines.subList(0, MOST_LINES / 2).clear();
      }
      lines.add(text);
    }
  }
}
