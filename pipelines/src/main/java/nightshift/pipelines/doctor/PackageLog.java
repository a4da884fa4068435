package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was installed, upgraded or removed, as dpkg logs it, with the logs before this one. */
final class PackageLog {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (install|upgrade|remove|purge) (\\S+?)"
              + "(?::\\S+)? (\\S+) (\\S+)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Pattern FILE = Pattern.compile("dpkg\\.log(\\.\\d+(\\.gz)?)?");

  /**
   * One deed.
   *
   * @param deed {@code install}, {@code upgrade}, {@code remove} or {@code purge}
   * @param name of the package, without its architecture
   * @param version the new one, or the one that went
   */
  record Entry(Instant at, String deed, String name, String version) {}

  private final boolean there;
  private final List<Entry> entries;

  private PackageLog(boolean there, List<Entry> entries) {
    this.there = there;
    this.entries = entries;
  }

  /** Since a moment, in order of time. */
  static PackageLog since(Tree tree, Instant from, ZoneId zone) {
    List<Path> files =
        tree.list("var/log").stream()
            .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
            .toList();
    List<Entry> entries =
        files.stream()
            .flatMap(file -> tree.lines(file, LINE.asMatchPredicate()).stream())
            .flatMap(line -> entry(line, zone).stream())
            .filter(entry -> !entry.at().isBefore(from))
            .sorted((a, b) -> a.at().compareTo(b.at()))
            .toList();
    return new PackageLog(!files.isEmpty(), entries);
  }

  private static Optional<Entry> entry(String line, ZoneId zone) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = LocalDateTime.parse(matcher.group(1), TIME).atZone(zone).toInstant();
      String gone = matcher.group(4);
      String come = matcher.group(5);
      return Optional.of(
          new Entry(at, matcher.group(2), matcher.group(3), come.equals("<none>") ? gone : come));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  boolean isThere() {
    return there;
  }

  List<Entry> entries() {
    return entries;
  }

  /** When a package last came new, if it did. */
  Optional<Entry> installed(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name) && entry.deed().equals("install"))
        .reduce((first, last) -> last);
  }
}
