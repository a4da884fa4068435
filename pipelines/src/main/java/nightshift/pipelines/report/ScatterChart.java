package nightshift.pipelines.report;

import java.util.List;

/**
 * Points in a plane.
 *
 * @param id letters, digits and dashes; no other chart of the page has it
 * @param diagonal whether the line of equal x and y is drawn
 * @param table the numbers that are drawn, and more
 */
public record ScatterChart(
    String id,
    String title,
    String xLabel,
    String yLabel,
    boolean diagonal,
    List<Point> points,
    Table table)
    implements Block {

  /**
   * A point.
   *
   * @param group points of a group look alike
   */
  public record Point(String group, double x, double y) {}
}
