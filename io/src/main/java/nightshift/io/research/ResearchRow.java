package nightshift.io.research;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The row that a query has come to; columns count from 1. */
public final class ResearchRow {
  private final SqliteFile file;
  private final ResultSet row;

  ResearchRow(SqliteFile file, ResultSet row) {
    this.file = file;
    this.row = row;
  }

  private interface Get<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> T get(Get<T> get) throws ResearchException {
    try {
      return get.from(row);
    } catch (SQLException e) {
      throw file.failed("read", e);
    }
  }

  /** A text; empty where it is NULL. */
  public String text(int column) throws ResearchException {
    String text = get(row -> row.getString(column));
    return text == null ? "" : text;
  }

  /** A number; NaN where it is NULL. */
  public double number(int column) throws ResearchException {
    return get(
        row -> {
          double value = row.getDouble(column);
          return row.wasNull() ? Double.NaN : value;
        });
  }

  /** A whole number; 0 where it is NULL. */
  public long whole(int column) throws ResearchException {
    return get(row -> row.getLong(column));
  }

  /** A whole number; null where it is NULL. */
  public Long wholeOrNull(int column) throws ResearchException {
    return get(
        row -> {
          long value = row.getLong(column);
          return row.wasNull() ? null : value;
        });
  }

  /** A series of whole numbers, as {@code daily_returns.days} is one. */
  public int[] wholes(int column) throws ResearchException {
    byte[] packed = get(row -> row.getBytes(column));
    return Packed.ints(packed);
  }

  /** A series of numbers, as {@code daily_returns.returns} is one. */
  public double[] numbers(int column) throws ResearchException {
    byte[] packed = get(row -> row.getBytes(column));
    return Packed.doubles(packed);
  }
}
