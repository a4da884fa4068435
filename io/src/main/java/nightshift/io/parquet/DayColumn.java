package nightshift.io.parquet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightshift.io.day.DayNumber;
import nightshift.io.day.DayText;
import nightshift.io.day.Days;
import nightshift.io.day.EveningVote;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.io.api.Binary;

/**
 * The column of a file that says which day a row is of, in any of the encodings that people have.
 * Timestamps without zone give their date; instants give the UTC day, or the next one where {@link
 * EveningVote} says so, which takes one walk over the column.
 */
public final class DayColumn {
  private final ParquetFile file;
  private final ColumnDescriptor column;
  private final DayEncoding encoding;
  private Boolean eveningIsNextDay;

  /**
   * @throws IOException when the type of the column cannot hold days
   */
  public DayColumn(ParquetFile file, ColumnDescriptor column) throws IOException {
    this.file = file;
    this.column = column;
    this.encoding = DayEncoding.of(column);
  }

  public ColumnDescriptor column() {
    return column;
  }

  /**
   * The epoch days of all rows of the current stretch, {@link Days#NONE} where one is null or not
   * understood.
   */
  public int[] days(Stretches stretches) throws IOException {
    boolean shifted = encoding.mayBeInstant() && eveningIsNextDay();
    return stretches.isFlat(column)
        ? flatDays(stretches, shifted)
        : days(stretches.values(column), stretches.rows(), shifted);
  }

  private int[] flatDays(Stretches stretches, boolean shifted) throws IOException {
    FlatValues values = stretches.flat(column, 0, stretches.rows());
    int[] days = new int[values.size()];
    for (int row = 0; row < days.length; row++) {
      days[row] = encoding.day(values.values()[row], shifted);
    }
    values.missing().stream().forEach(row -> days[row] = Days.NONE);
    return days;
  }

  private int[] days(ColumnReader reader, int rows, boolean shifted) {
    int[] days = new int[rows];
    for (int row = 0; row < rows; row++) {
      boolean isPresent = reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
      days[row] = isPresent ? encoding.day(reader, shifted) : Days.NONE;
      reader.consume();
    }
    return days;
  }

  private synchronized boolean eveningIsNextDay() throws IOException {
    if (eveningIsNextDay == null) {
      eveningIsNextDay = vote().eveningIsNextDay();
    }
    return eveningIsNextDay;
  }

  private EveningVote vote() throws IOException {
    EveningVote vote = new EveningVote();
    try (Stretches stretches = file.read(List.of(column), Optional.empty())) {
      while (stretches.next()) {
        if (stretches.isFlat(column)) {
          voteFlat(stretches, vote);
        } else {
          vote(stretches.values(column), stretches.rows(), vote);
        }
      }
    }
    return vote;
  }

  private void voteFlat(Stretches stretches, EveningVote vote) throws IOException {
    FlatValues values = stretches.flat(column, 0, stretches.rows());
    for (int row = 0; row < values.size(); row++) {
      if (!values.missing().get(row)) {
        encoding.vote(values.values()[row], vote);
      }
    }
  }

  private void vote(ColumnReader reader, int rows, EveningVote vote) {
    for (int row = 0; row < rows; row++) {
      if (reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
        encoding.vote(reader, vote);
      }
      reader.consume();
    }
  }

  /**
   * A filter that every row within these days passes, where the encoding is known beforehand.
   *
   * @param from first epoch day, inclusive
   * @param to last epoch day, inclusive
   */
  public Optional<FilterPredicate> between(int from, int to) {
    String name = column.getPath()[0];
    if (name.contains(".")) {
      // The filter would take the dot for a level of nesting.
      return Optional.empty();
    }
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> number().map(number -> ints(name, number, from, to));
      case INT64 -> number().map(number -> longs(name, number, from, to));
      case BINARY -> isIsoText() ? Optional.of(texts(name, from, to)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The meaning of the numbers, if all row groups agree on it. */
  private Optional<DayNumber> number() {
    if (encoding.number().isPresent()) {
      return encoding.number();
    }
    DayNumber agreed = null;
    for (Statistics<?> statistics : file.statistics(column)) {
      if (statistics == null || !statistics.hasNonNullValue()) {
        return Optional.empty();
      }
      DayNumber least = DayNumber.of(((Number) statistics.genericGetMin()).longValue());
      DayNumber most = DayNumber.of(((Number) statistics.genericGetMax()).longValue());
      if (least != most || (agreed != null && agreed != least)) {
        return Optional.empty();
      }
      agreed = least;
    }
    return Optional.ofNullable(agreed);
  }

  private boolean isIsoText() {
    for (Statistics<?> statistics : file.statistics(column)) {
      if (statistics == null
          || !statistics.hasNonNullValue()
          || !isIso(statistics.genericGetMin())
          || !isIso(statistics.genericGetMax())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIso(Object bound) {
    return bound instanceof Binary text && DayText.isIso(text.toStringUsingUTF8());
  }

  private static FilterPredicate ints(String name, DayNumber number, int from, int to) {
    long least = number.least(first(number, from));
    long most = number.least(to + 1) - 1;
    return FilterApi.and(
        FilterApi.gtEq(FilterApi.intColumn(name), (int) Math.max(least, Integer.MIN_VALUE)),
        FilterApi.ltEq(FilterApi.intColumn(name), (int) Math.min(most, Integer.MAX_VALUE)));
  }

  private static FilterPredicate longs(String name, DayNumber number, int from, int to) {
    return FilterApi.and(
        FilterApi.gtEq(FilterApi.longColumn(name), number.least(first(number, from))),
        FilterApi.ltEq(FilterApi.longColumn(name), number.least(to + 1) - 1));
  }

  /** An instant may be of the evening before. */
  private static int first(DayNumber number, int from) {
    return number.isInstant() ? from - 1 : from;
  }

  private static FilterPredicate texts(String name, int from, int to) {
    return FilterApi.and(
        FilterApi.gtEq(FilterApi.binaryColumn(name), text(from, "")),
        // A tilde sorts behind every time of that day.
        FilterApi.ltEq(FilterApi.binaryColumn(name), text(to, "~")));
  }

  private static Binary text(int day, String tail) {
    return Binary.fromString(LocalDate.ofEpochDay(day) + tail);
  }
}
