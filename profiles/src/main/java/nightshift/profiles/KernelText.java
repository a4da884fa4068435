package nightshift.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The small text files in which a kernel tells how things are now. A sensor that sleeps, or an
 * account that is switched off, is a file that is there and cannot be read: unknown, like one that
 * is not there.
 */
final class KernelText {
  private KernelText() {}

  /** What the file says; empty when it does not say anything now. */
  static Optional<String> of(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The file's one whole number; empty when it is something else, as {@code max}. */
  static OptionalLong number(Path file) {
    return of(file)
        .filter(text -> text.matches("-?\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }

  /** The lines of the form {@code name 123}, {@code name: 123} or {@code name: 123 kB}, as told. */
  static Map<String, Long> numbers(Path file) {
    Map<String, Long> numbers = new HashMap<>();
    for (String line : of(file).orElse("").split("\n")) {
      String[] words = line.split("\\s+");
      if (words.length > 1 && words[1].matches("\\d{1,18}")) {
        numbers.put(words[0].replace(":", ""), Long.valueOf(words[1]));
      }
    }
    return numbers;
  }

  /** What is in a folder, by name; nothing when there is no such folder. */
  static List<Path> list(Path folder) {
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
