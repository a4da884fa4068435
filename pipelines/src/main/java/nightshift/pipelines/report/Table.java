package nightshift.pipelines.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows of values under columns; the first column names the row.
 *
 * @param caption what it is, for the eye and for a screen reader
 * @param shown how much of the page it may take
 * @param rows texts, numbers, NaN or null; each as long as there are columns
 */
public record Table(String caption, Shown shown, List<Column> columns, List<List<Object>> rows)
    implements Block {

  /** How a table stands on the page. */
  public enum Shown {
    /** Open. */
    OPEN,
    /** Open; on a phone each row is a card. */
    CARDS,
    /** Behind its caption, until somebody asks for it. */
    FOLDED
  }

  public Table {
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "'%s' has %d columns, but a row of %d".formatted(caption, columns.size(), row.size()));
      }
    }
  }

  /** A table that rows can be added to. */
  public static Table of(String caption, Shown shown, Column... columns) {
    return of(caption, shown, List.of(columns));
  }

  /** A table that rows can be added to. */
  public static Table of(String caption, Shown shown, List<Column> columns) {
    return new Table(caption, shown, columns, new ArrayList<>());
  }

  /** Adds a row. */
  public Table add(Object... values) {
    return add(Arrays.asList(values));
  }

  /** Adds a row. */
  public Table add(List<Object> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "'%s' has %d columns, not %d".formatted(caption, columns.size(), values.size()));
    }
    rows.add(Collections.unmodifiableList(values));
    return this;
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
