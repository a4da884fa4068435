package nightshift.pipelines.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What kernel and watchdog wrote into the logs in the last 14 days: {@code kern.log}, {@code
 * syslog} and {@code messages} with the file before each, and the journal; where none of these has
 * anything of the kernel, what it still has in its own memory, which is of this start alone. What
 * stands in several of them is taken once.
 */
final class SystemLog {
  static final Duration SPAN = Duration.ofDays(14);

  private static final Pattern WANTED =
      Pattern.compile(
          "Linux version \\d|ut of memory: Killed process|watchdog\\[\\d+\\]: "
              + "|EXT4-fs error|EXT4-fs \\(\\S+\\): Remounting filesystem read-only"
              + "|BTRFS error|F2FS-fs .*error|I/O error, dev |Under-?voltage detected"
              + "|mmc\\d+: (error|Timeout)");
  private static final Predicate<String> IS_WANTED = WANTED.asPredicate();
  private static final List<String> FILES =
      List.of(
          "var/log/syslog.1",
          "var/log/syslog",
          "var/log/kern.log.1",
          "var/log/kern.log",
          "var/log/messages.1",
          "var/log/messages");
  private static final String[] JOURNAL = {
    "journalctl",
    "--no-pager",
    "-q",
    "-o",
    "short-iso",
    "--since=-14days",
    "-t",
    "kernel",
    "-t",
    "watchdog"
  };

  private final List<LogLine> lines = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private SystemLog() {}

  static SystemLog of(Tree tree, Instruments instruments, Instant now, LogStamps stamps) {
    SystemLog log = new SystemLog();
    Instant from = now.minus(SPAN);
    for (String file : FILES) {
      if (tree.isHidden(file)) {
        log.hidden.add("/" + file);
      } else if (tree.exists(file)) {
        log.sources.add("/" + file);
        log.add(tree.lines(tree.at(file), IS_WANTED).stream(), stamps, from);
      }
    }
    Optional<String> journal = instruments.output(JOURNAL);
    if (journal.filter(text -> !text.isBlank()).isPresent()) {
      log.sources.add("the journal");
      log.add(journal.get().lines().filter(IS_WANTED), stamps, from);
    }
    for (String folder : List.of("var/log/journal", "run/log/journal")) {
      tree.list(folder).stream()
          .map(machine -> machine.resolve("system.journal"))
          .filter(file -> Files.exists(file) && !Files.isReadable(file))
          .forEach(file -> log.hidden.add(tree.shown(file)));
    }
    if (log.sources.isEmpty()) {
      log.addKernelsOwn(tree, instruments, stamps, from);
    }
    log.lines.sort((a, b) -> a.at().orElse(now).compareTo(b.at().orElse(now)));
    return log;
  }

  private void addKernelsOwn(Tree tree, Instruments instruments, LogStamps stamps, Instant from) {
    Path device = tree.at("dev/kmsg");
    // A recorded one is a file; the real one never ends, and dmesg reads it.
    List<String> recorded = tree.lines(device, IS_WANTED);
    Optional<String> said =
        Files.isRegularFile(device)
            ? Optional.of(String.join("\n", recorded))
            : instruments.output("dmesg");
    if (said.isPresent()) {
      sources.add("/dev/kmsg");
      add(said.get().lines().filter(IS_WANTED), stamps, from);
    } else if (Files.exists(device)) {
      hidden.add("/dev/kmsg");
    }
  }

  private void add(Stream<String> texts, LogStamps stamps, Instant from) {
    texts
        .map(stamps::parse)
        .filter(line -> line.at().filter(at -> at.isBefore(from)).isEmpty())
        .filter(line -> known.add(key(line)))
        .forEach(lines::add);
  }

  /** The sources round times differently, and count the time since the start in front or not. */
  private static String key(LogLine line) {
    String at = line.at().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
    return at + line.text().replaceFirst("^kernel: \\[ *[\\d.]+\\] ", "kernel: ");
  }

  /** The lines in which something is found, in order of time. */
  List<LogLine> with(Pattern pattern) {
    return lines.stream().filter(line -> pattern.matcher(line.text()).find()).toList();
  }

  /** Which logs were read, for people; empty for none. */
  String sources() {
    return String.join(", ", sources);
  }

  /** Those that are there but not for this user. */
  List<String> hidden() {
    return hidden;
  }
}
