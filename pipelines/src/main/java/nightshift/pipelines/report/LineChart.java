package nightshift.pipelines.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over a common axis.
 *
 * @param id letters, digits and dashes; no other chart of the page has it
 * @param axis what x is
 * @param x ascending; of dates, seconds since 1970
 * @param series one or more lines
 * @param format of y
 */
public record LineChart(
    String id, String title, Axis axis, double[] x, List<Series> series, Format format)
    implements Block {

  /** What x is. */
  public enum Axis {
    DATE("date"),
    TIME("time"),
    GENERATION("generation"),
    PERCENTILE("percentile"),
    COSTS("times the costs");

    private final String label;

    Axis(String label) {
      this.label = label;
    }

    /** The words beside the axis. */
    public String label() {
      return label;
    }

    /** Whether x is seconds since 1970. */
    public boolean isTime() {
      return this == DATE || this == TIME;
    }
  }

  /**
   * A line.
   *
   * @param y one for each x, NaN where there is nothing
   */
  public record Series(String name, double[] y) {}

  public LineChart {
    for (Series line : series) {
      if (line.y().length != x.length) {
        throw new IllegalArgumentException(
            "%s has %d places, but %s %d".formatted(id, x.length, line.name(), line.y().length));
      }
    }
  }

  /** The numbers that are drawn, as a table. */
  public Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(axis.isTime() ? Column.text(axis.label()) : Column.of(axis.label(), Format.WHOLE));
    series.forEach(line -> columns.add(Column.of(line.name(), format)));
    Table table = Table.of(title + ": the numbers", Table.Shown.FOLDED, columns);
    for (int i = 0; i < x.length; i++) {
      List<Object> row = new ArrayList<>();
      row.add(
          switch (axis) {
            case DATE -> Times.day(x[i]);
            case TIME -> Times.second(x[i]);
            default -> x[i];
          });
      for (Series line : series) {
        row.add(line.y()[i]);
      }
      table.add(row);
    }
    return table;
  }
}
