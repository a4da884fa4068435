package nightshift.io.market;

import java.sql.Connection;
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
  static SqliteDays of(Connection connection, BarTable table, String symbol) throws SQLException {
    Object least = extreme(connection, table, symbol, "min");
    Object most = extreme(connection, table, symbol, "max");
    if (least instanceof Number first && most instanceof Number last) {
      DayNumber number = DayNumber.of(first.longValue());
      if (number == DayNumber.of(last.longValue())) {
        boolean shifted = number.isInstant() && vote(connection, table, symbol, number);
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

  private static Object extreme(
      Connection connection, BarTable table, String symbol, String function) throws SQLException {
    String sql =
        "SELECT %s(%s) FROM %s WHERE %s = ?"
            .formatted(
                function, table.quoted(Field.DATE), table.quoted(), table.quoted(Field.SYMBOL));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, symbol);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1) : null;
      }
    }
  }

  private static boolean vote(
      Connection connection, BarTable table, String symbol, DayNumber number) throws SQLException {
    EveningVote vote = new EveningVote();
    String sql =
        "SELECT %s FROM %s WHERE %s = ?"
            .formatted(table.quoted(Field.DATE), table.quoted(), table.quoted(Field.SYMBOL));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, symbol);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          vote.add(number.seconds(rows.getLong(1)));
        }
      }
    }
    return vote.eveningIsNextDay();
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
    String text = rows.getString(column);
    return text == null ? Days.NONE : DayText.parse(text);
  }
}
