package nightshift.io.market;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightshift.io.day.Days;

/**
 * The days that are wanted.
 *
 * @param from first epoch day, inclusive
 * @param to last epoch day, inclusive
 */
record DayRange(int from, int to) {

  static DayRange of(LocalDate from, LocalDate to) {
    return new DayRange(Days.clamped(from), Days.clamped(to));
  }

  /** Whether a row belongs into the slice: its day is wanted, or it has none and is a finding. */
  boolean takes(int day) {
    return day == Days.NONE || (day >= from && day <= to);
  }

  /**
   * Whether a file may have wanted days, going by partitions such as {@code year=2024} above it. A
   * day more at each end allows for partitions that were made in another zone.
   */
  boolean mayOverlap(Path file) {
    for (Path level : file) {
      Optional<ParquetNames.Partition> partition = ParquetNames.partition(level);
      if (partition.isPresent()
          && partition.get().key().equalsIgnoreCase("year")
          && partition.get().value().matches("\\d{4}")) {
        int year = Integer.parseInt(partition.get().value());
        if (year < LocalDate.ofEpochDay(from - 1L).getYear()
            || year > LocalDate.ofEpochDay(to + 1L).getYear()) {
          return false;
        }
      }
    }
    return true;
  }
}
