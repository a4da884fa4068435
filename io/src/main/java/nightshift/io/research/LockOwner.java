package nightshift.io.research;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who has the lock of a research database.
 *
 * @param pid its process
 * @param started when that process started, by which it is told from a later one with the same
 *     number; the epoch where the system does not say
 * @param since when it took the lock
 */
record LockOwner(long pid, Instant started, Instant since) {
  private static final Pattern TEXT =
      Pattern.compile("process (\\d{1,18}) started (\\S+) since (\\S+)\\s*");

  /** Systems count the start from when they booted, which they know to the second. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** This process. */
  static LockOwner here(Instant since) {
    ProcessHandle process = ProcessHandle.current();
    return new LockOwner(process.pid(), started(process), since);
  }

  private static Instant started(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** What stands in the file. */
  String text() {
    return "process " + pid + " started " + started + " since " + since + "\n";
  }

  /** The owner that a file names; empty when it names none. */
  static Optional<LockOwner> parse(String text) {
    Matcher found = TEXT.matcher(text);
    try {
      return found.matches()
          ? Optional.of(
              new LockOwner(
                  Long.parseLong(found.group(1)),
                  Instant.parse(found.group(2)),
                  Instant.parse(found.group(3))))
          : Optional.empty();
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** Whether that process, and not another with its number, is still there; another than this. */
  boolean isAlive() {
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(LockOwner::started)
            .filter(now -> Duration.between(started, now).abs().compareTo(TOLERANCE) <= 0)
            .isPresent();
  }

  /** For people. */
  @Override
  public String toString() {
    return "process " + pid + " (started " + started + "), which has been at it since " + since;
  }
}
