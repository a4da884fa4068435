package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nightshift.pipelines.report.LineChart;

/** Lines that are known in points, in any order, put on one common axis. */
final class Lines {
  private final Map<String, Map<Double, Double>> points = new TreeMap<>();

  /** Adds a point; the last of equal x counts. */
  void add(String line, double x, double y) {
    points.computeIfAbsent(line, name -> new TreeMap<>()).put(x, y);
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** All x that any line has, ascending. */
  double[] x() {
    TreeSet<Double> all = new TreeSet<>();
    points.values().forEach(line -> all.addAll(line.keySet()));
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The lines in order of their names. */
  List<LineChart.Series> series() {
    double[] x = x();
    List<LineChart.Series> series = new ArrayList<>();
    points.forEach(
        (name, line) ->
            series.add(
                new LineChart.Series(
                    name,
                    Arrays.stream(x).map(at -> line.getOrDefault(at, Double.NaN)).toArray())));
    return series;
  }
}
