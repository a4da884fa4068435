package nightshift.io.market;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightshift.io.day.DayNumber;
import nightshift.io.day.DayText;
import nightshift.io.day.Days;
import nightshift.io.day.EveningVote;

/**
 * How the dates of one symbol are encoded in an SQLite table, told by the smallest and the largest
 * one, between which SQLite sorts all others.
 *
 * @param number the meaning of the dates where they are numbers
 * @param isIso whether they are ISO text
 * @param eveningIsNextDay see {@link EveningVote}
 */
record SqliteDays(Optional<DayNumber> number, boolean isIso, boolean eveningIsNextDay) {

  /** Looks at the dates of one symbol. */
  static SqliteDays of(SqliteSession session, BarTable table, String symbol) throws SQLException {
    Object[] extremes = extremes(session, table, symbol);
    return of(extremes[0], extremes[1], () -> vote(session, table, symbol, extremes[0]));
  }

  /** Says whether instants of the evening belong to the next day. */
  @FunctionalInterface
  interface Vote<E extends Exception> {
    boolean eveningIsNextDay() throws E;
  }

  /**
   * The encoding of dates between two, null where there is none.
   *
   * @param vote asked when they are instants
   */
  static <E extends Exception> SqliteDays of(Object least, Object most, Vote<E> vote) throws E {
    if (least instanceof Number first && most instanceof Number last) {
      DayNumber number = DayNumber.of(first.longValue());
      if (number == DayNumber.of(last.longValue())) {
        boolean shifted = number.isInstant() && vote.eveningIsNextDay();
        return new SqliteDays(Optional.of(number), false, shifted);
      }
    }
    boolean iso =
        least instanceof String first
            && most instanceof String last
            && DayText.isIso(first)
            && DayText.isIso(last);
    return new SqliteDays(Optional.empty(), iso, false);
  }

  /** The smallest and the largest date, each found by an index where there is one. */
  private static Object[] extremes(SqliteSession session, BarTable table, String symbol)
      throws SQLException {
    String date = table.quoted(Field.DATE);
    String rest = ") FROM " + table.quoted() + " WHERE " + table.quoted(Field.SYMBOL) + " = ?1)";
    String sql = "SELECT (SELECT min(" + date + rest + ", (SELECT max(" + date + rest;
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Object[] {rows.getObject(1), rows.getObject(2)};
    }
  }

  private static boolean vote(SqliteSession session, BarTable table, String symbol, Object first)
      throws SQLException {
    DayNumber number = DayNumber.of(((Number) first).longValue());
    EveningVote vote = new EveningVote();
    String sql =
        "SELECT %s FROM %s WHERE %s = ?"
            .formatted(table.quoted(Field.DATE), table.quoted(), table.quoted(Field.SYMBOL));
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        vote.add(number.seconds(rows.getLong(1)));
      }
    }
    return vote.eveningIsNextDay();
  }

  /** Whether the order of the stored dates is that of the days; also that there are any. */
  boolean isOrdered() {
    return number.isPresent() || isIso;
  }

  /**
   * Lower bound, inclusive, and upper bound, exclusive, between which all rows of these days lie;
   * empty when the order of the stored dates is not that of the days.
   */
  List<Object> bounds(DayRange range) {
    if (number.isPresent()) {
      int first = number.get().isInstant() ? range.from() - 1 : range.from();
      return List.of(number.get().least(first), number.get().least(range.to() + 1));
    }
    if (isIso) {
      // A tilde sorts behind every time of the last day.
      return List.of(
          LocalDate.ofEpochDay(range.from()).toString(), LocalDate.ofEpochDay(range.to()) + "~");
    }
    return List.of();
  }

  /** The day of the current row, {@link Days#NONE} where it is null or not understood. */
  int day(ResultSet rows, int column) throws SQLException {
    if (number.isPresent()) {
      long value = rows.getLong(column);
      if (rows.wasNull()) {
        return Days.NONE;
      }
      return number.get().isInstant()
          ? EveningVote.day(number.get().seconds(value), eveningIsNextDay)
          : number.get().day(value);
    }
    if (isIso) {
      byte[] bytes = rows.getBytes(column);
      int day = bytes == null ? Days.NONE : DayText.parseIso(bytes);
      if (day != Days.NONE) {
        return day;
      }
    }
    String text = rows.getString(column);
    return text == null ? Days.NONE : DayText.parse(text);
  }
}
