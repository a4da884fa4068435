package nightshift.profiles;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What values a setting may have, and how they are written.
 *
 * @param <T> the type of a value
 * @param allowed the end of the sentence "... must be", for help and for error messages
 * @param words the words that are allowed as they stand; a misspelt one is recognised by them
 * @param parser gives the value of a text without surrounding blanks, or empty when it is not one
 */
public record Kind<T>(String allowed, List<String> words, Function<String, Optional<T>> parser) {

  /** {@code true} or {@code false}; as an option the name alone means true. */
  public static final Kind<Boolean> FLAG =
      new Kind<>(
          "true or false",
          List.of("true", "false"),
          text -> oneOf("true", "false").parse(text).map(Boolean::valueOf));

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern JVM_FLAG = Pattern.compile("-\\S+");

  /** A whole number from {@code min} to {@code max}, both inclusive. */
  public static Kind<Integer> whole(int min, int max) {
    return new Kind<>(
        min + " to " + max, List.of(), text -> integer(text, min, max).map(Long::intValue));
  }

  /** A whole number from {@code min} to {@code max}, both inclusive. */
  public static Kind<Long> whole(long min, long max) {
    return new Kind<>(min + " to " + max, List.of(), text -> integer(text, min, max));
  }

  /** A whole number from {@code min} to {@code max} inclusive, or a word, which is empty. */
  public static Kind<OptionalInt> wholeOr(String word, int min, int max) {
    return new Kind<>(
        min + " to " + max + " or " + word,
        List.of(word),
        text ->
            text.equals(word)
                ? Optional.of(OptionalInt.empty())
                : integer(text, min, max).map(number -> OptionalInt.of(number.intValue())));
  }

  /** A decimal number from {@code min} to {@code max}, both inclusive; never NaN. */
  public static Kind<Double> decimal(String min, String max) {
    return new Kind<>(min + " to " + max, List.of(), text -> decimal(text, min, max));
  }

  /** One of some words. */
  public static Kind<String> oneOf(String... words) {
    return new Kind<>(
        String.join(" or ", words),
        List.of(words),
        text -> Optional.of(text).filter(List.of(words)::contains));
  }

  /** A day as {@code YYYY-MM-DD}, or a word, which is {@link LocalDate#MAX}. */
  public static Kind<LocalDate> dateOr(String word) {
    return new Kind<>(
        "a day as YYYY-MM-DD or " + word,
        List.of(word),
        text -> text.equals(word) ? Optional.of(LocalDate.MAX) : day(text));
  }

  /** A time of day as {@code HH:MM}, or a word, which is empty. */
  public static Kind<Optional<LocalTime>> timeOr(String word) {
    return new Kind<>(
        "a time of day as HH:MM or " + word,
        List.of(word),
        text -> text.equals(word) ? Optional.of(Optional.empty()) : time(text).map(Optional::of));
  }

  /**
   * A time span of at least a second, as {@code 2h30m}, {@code 90s} or ISO 8601 ({@code PT2H30M}),
   * or a word, which is empty.
   */
  public static Kind<Optional<Duration>> durationOr(String word) {
    return new Kind<>(
        "a time span as 2h30m, 45m, 90s or " + word,
        List.of(word),
        text -> text.equals(word) ? Optional.of(Optional.empty()) : span(text).map(Optional::of));
  }

  /** A name of lower-case letters, digits and underscores, or several with commas between them. */
  public static Kind<String> names(String what) {
    return new Kind<>(
        "the name of " + what + ", or several separated by commas",
        List.of(),
        text ->
            split(text)
                .filter(names -> names.stream().allMatch(NAME.asMatchPredicate()))
                .map(names -> String.join(",", names)));
  }

  /** Names with commas between them, or a word, which is the empty list. */
  public static Kind<List<String>> namesOr(String word) {
    return new Kind<>(
        "names separated by commas or " + word,
        List.of(word),
        text ->
            text.equals(word)
                ? Optional.of(List.of())
                : split(text).filter(names -> names.stream().allMatch(NAME.asMatchPredicate())));
  }

  /** Symbols, globs or {@code @FILE} with commas between them, or a word: the empty list. */
  public static Kind<List<String>> symbolsOr(String word) {
    return new Kind<>(
        "symbols, globs (* and ?) or @FILE separated by commas, or " + word,
        List.of(word),
        text ->
            text.equals(word) ? Optional.of(List.of()) : split(text).map(SymbolFile::expandAll));
  }

  /** JVM flags with blanks between them; the heap size is not one, as it has its own setting. */
  public static Kind<List<String>> jvmFlags() {
    return new Kind<>(
        "flags separated by blanks, each beginning with -, without -Xmx (that is jvm.heap), or none",
        List.of("none"),
        text -> {
          List<String> flags = text.equals("none") ? List.of() : List.of(text.split("\\s+"));
          return Optional.of(flags)
              .filter(all -> all.stream().allMatch(JVM_FLAG.asMatchPredicate()))
              .filter(all -> all.stream().noneMatch(flag -> flag.startsWith("-Xmx")));
        });
  }

  /** Any text but the empty one. */
  public static Kind<String> text(String what, String... words) {
    return new Kind<>(
        what, List.of(words), text -> Optional.of(text).filter(some -> !some.isEmpty()));
  }

  /**
   * A command for a shell, a web address ({@code http} or {@code https} with a host), or a word. It
   * has no line ends: it stands in profiles, units and tables.
   */
  public static Kind<String> commandOrAddressOr(String word) {
    return new Kind<>(
        "a command, an address as https://host/path, or " + word,
        List.of(word),
        text ->
            Optional.of(text)
                .filter(some -> !some.isEmpty() && some.chars().noneMatch(c -> c < ' '))
                .filter(some -> !some.matches("(?i)https?:.*") || isAddress(some)));
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getUserInfo() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /** The path of a file or folder, made absolute; a leading {@code ~/} is the home folder. */
  public static Kind<Path> path(String what) {
    return new Kind<>(what, List.of(), Kind::absolute);
  }

  /** The value of a text, or empty when it is not allowed. */
  Optional<T> parse(String text) {
    return parser.apply(text.strip());
  }

  static Optional<Path> absolute(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String home = System.getProperty("user.home");
    try {
      Path path =
          text.startsWith("~/") ? Path.of(home, text.substring("~/".length())) : Path.of(text);
      return Optional.of(path.toAbsolutePath().normalize());
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static Optional<Long> integer(String text, long min, long max) {
    try {
      return Optional.of(Long.valueOf(text)).filter(number -> number >= min && number <= max);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Double> decimal(String text, String min, String max) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.compareTo(new BigDecimal(min)) < 0 || number.compareTo(new BigDecimal(max)) > 0
          ? Optional.empty()
          : Optional.of(number.doubleValue());
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** ISO 8601 writes a P first, and a T before the hours. */
  private static Optional<Duration> span(String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    if (!iso.startsWith("P")) {
      int days = iso.indexOf('D') + 1;
      String hours = iso.substring(days);
      iso = "P" + iso.substring(0, days) + (hours.isEmpty() ? "" : "T" + hours);
    }
    try {
      Duration span = Duration.parse(iso);
      boolean allowed = span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0;
      return Optional.of(span).filter(some -> allowed);
    } catch (DateTimeParseException notASpan) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> split(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return Optional.of(parts).filter(all -> all.stream().noneMatch(String::isEmpty));
  }
}
