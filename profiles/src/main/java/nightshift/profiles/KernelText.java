package nightshift.profiles;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The small text files in which a kernel tells how things are now. A sensor that sleeps, or an
 * account that is switched off, is a file that is there and cannot be read: unknown, like one that
 * is not there.
 */
public final class KernelText {
  private static final int USUAL_BYTES = 4096;
  private static final int MAX_DIGITS = 18;

  private KernelText() {}

  /** What the file says; empty when it does not say anything now. */
  public static Optional<String> of(Path file) {
    File there = file.toFile();
    if (!there.exists()) {
      return Optional.empty();
    }
    // These files say that they have no bytes, and Files.readString allocates twice as much.
    try (FileInputStream in = new FileInputStream(there)) {
      byte[] bytes = new byte[USUAL_BYTES];
      int size = 0;
      for (int read = in.read(bytes); read > 0; read = in.read(bytes, size, bytes.length - size)) {
        size += read;
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * size);
        }
      }
      return Optional.of(new String(bytes, 0, size, StandardCharsets.ISO_8859_1).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The file's one whole number; empty when it is something else, as {@code max}. */
  public static OptionalLong number(Path file) {
    Optional<String> text = of(file);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean negative = text.get().startsWith("-");
    int from = negative ? 1 : 0;
    long digits = digits(text.get(), from, text.get().length());
    return digits < 0 ? OptionalLong.empty() : OptionalLong.of(negative ? -digits : digits);
  }

  /**
   * The number behind a name at the beginning of a line, as {@code name 123}, {@code name: 123} or
   * {@code name: 123 kB}, as told.
   *
   * @return -1 when there is no such line, or no number of at most 18 digits
   */
  public static long value(String text, String name) {
    for (int line = 0; line >= 0; line = text.indexOf('\n', line) + 1) {
      int from = line + name.length();
      if (text.startsWith(name, line) && from < text.length() && isGap(text.charAt(from))) {
        while (from < text.length() && isGap(text.charAt(from))) {
          from++;
        }
        int to = from;
        while (to < text.length() && !isGap(text.charAt(to)) && text.charAt(to) != '\n') {
          to++;
        }
        return digits(text, from, to);
      }
      if (text.indexOf('\n', line) < 0) {
        break;
      }
    }
    return -1;
  }

  private static boolean isGap(char c) {
    return c == ':' || c == ' ' || c == '\t';
  }

  /** The number that these characters are; -1 when they are not 1 to 18 digits. */
  private static long digits(String text, int from, int to) {
    if (to <= from || to - from > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** What is in a folder, by name; nothing when there is no such folder. */
  public static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
