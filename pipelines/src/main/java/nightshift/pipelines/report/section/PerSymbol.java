package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;

/** What each symbol brought the champion of each strategy on the latest test days. */
public final class PerSymbol implements SectionReader {
  private static final int PERCENTILES = 100;
  private static final double FULL = 0.5;

  @Override
  public String id() {
    return "symbols";
  }

  @Override
  public String title() {
    return "Symbols";
  }

  /** By symbol, the total return of each strategy; NaN where it has none. */
  private static Map<String, double[]> returns(
      ResearchView view, ReportedRun run, List<String> strategies) throws ResearchException {
    Map<String, double[]> found = new TreeMap<>();
    view.each(
        "SELECT s.strategy, s.symbol, s.oos_total_return FROM (SELECT f.* FROM"
            + ChampionRows.OF_RUN
            + ") f JOIN symbol_fitness s ON s.run_id = f.run_id AND s.strategy = f.strategy"
            + " AND s.fold = f.fold AND s.params = f.params ORDER BY s.strategy, s.island DESC",
        row -> {
          if (!strategies.contains(row.text(1))) {
            strategies.add(row.text(1));
          }
          double[] all = found.computeIfAbsent(row.text(2), symbol -> new double[0]);
          if (all.length < strategies.size()) {
            int known = all.length;
            all = Arrays.copyOf(all, strategies.size());
            Arrays.fill(all, known, all.length, Double.NaN);
            found.put(row.text(2), all);
          }
          all[strategies.indexOf(row.text(1))] = row.number(3);
        },
        run.runId());
    return found;
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    List<String> strategies = new ArrayList<>();
    Map<String, double[]> symbols = returns(view, run, strategies);
    if (symbols.isEmpty()) {
      return Section.without(
          id(), title(), "This run has no champion whose symbols could be told apart.");
    }
    Table summary =
        Table.of(
            "Symbols by strategy",
            Table.Shown.OPEN,
            Column.text("strategy"),
            Column.of("symbols", Format.WHOLE),
            Column.of("with a gain", Format.PERCENT),
            Column.gain("worst", Format.PERCENT, FULL),
            Column.gain("median", Format.PERCENT, FULL),
            Column.gain("best", Format.PERCENT, FULL));
    List<LineChart.Series> lines = new ArrayList<>();
    for (int s = 0; s < strategies.size(); s++) {
      double[] sorted = sorted(symbols, s);
      if (sorted.length > 0) {
        long gains = Arrays.stream(sorted).filter(value -> value > 0).count();
        summary.add(
            strategies.get(s),
            (long) sorted.length,
            (double) gains / sorted.length,
            sorted[0],
            percentile(sorted, PERCENTILES / 2),
            sorted[sorted.length - 1]);
        lines.add(new LineChart.Series(strategies.get(s), percentiles(sorted)));
      }
    }
    double[] x = new double[PERCENTILES + 1];
    Arrays.setAll(x, i -> i);
    return new Section(
        id(),
        title(),
        List.of(
            new Note("Total return of each symbol on the test days of the latest fold."),
            summary,
            new LineChart(
                "symbol-returns",
                "Symbols in order of their return",
                LineChart.Axis.PERCENTILE,
                x,
                lines,
                Format.PERCENT),
            everySymbol(symbols, strategies)));
  }

  private static Table everySymbol(Map<String, double[]> symbols, List<String> strategies) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("symbol"));
    strategies.forEach(strategy -> columns.add(Column.of(strategy, Format.PERCENT)));
    Table table = Table.of("Every symbol (" + symbols.size() + ")", Table.Shown.FOLDED, columns);
    symbols.forEach(
        (symbol, returns) -> {
          List<Object> row = new ArrayList<>();
          row.add(symbol);
          for (int s = 0; s < strategies.size(); s++) {
            row.add(s < returns.length ? returns[s] : Double.NaN);
          }
          table.add(row);
        });
    return table;
  }

  private static double[] sorted(Map<String, double[]> symbols, int strategy) {
    return symbols.values().stream()
        .filter(returns -> returns.length > strategy && !Double.isNaN(returns[strategy]))
        .mapToDouble(returns -> returns[strategy])
        .sorted()
        .toArray();
  }

  private static double[] percentiles(double[] sorted) {
    double[] values = new double[PERCENTILES + 1];
    Arrays.setAll(values, percent -> percentile(sorted, percent));
    return values;
  }

  /** The nearest of the values there are. */
  private static double percentile(double[] sorted, int percent) {
    return sorted[(int) Math.round((sorted.length - 1) * percent / (double) PERCENTILES)];
  }
}
