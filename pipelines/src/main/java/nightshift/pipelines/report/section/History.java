package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Block;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;
import nightshift.pipelines.report.Times;

/** The nights so far: how each went, and what the champions were worth. */
public final class History implements SectionReader {
  private static final int NIGHTS = 400;

  @Override
  public String id() {
    return "nights";
  }

  @Override
  public String title() {
    return "Night by night";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Table table =
        Table.of(
            "The runs on " + run.market() + ", the latest first",
            Table.Shown.FOLDED,
            Column.text("began"),
            Column.word("status"),
            Column.text("run"),
            Column.of("symbols", Format.WHOLE),
            Column.of("units", Format.WHOLE),
            Column.of("failed", Format.WHOLE),
            Column.of("evaluations", Format.WHOLE),
            Column.of("took", Format.SECONDS),
            Column.of("peak memory", Format.MEGABYTES),
            Column.of("alerts", Format.WHOLE),
            Column.of("robust", Format.WHOLE));
    Map<Double, double[]> cost = new TreeMap<>();
    Lines sharpe = new Lines();
    view.each(
        """
        SELECT r.started_at, r.status, r.run_id, r.symbols, r.units, r.units_failed, r.evaluations,
          r.seconds, r.peak_rss_bytes,
          (SELECT COUNT(*) FROM alerts a WHERE a.run_id = r.run_id),
          (SELECT COUNT(*) FROM verdicts v WHERE v.run_id = r.run_id AND v.verdict = 'robust')
        FROM runs r WHERE r.market = ? ORDER BY r.started_at DESC, r.run_id LIMIT ?""",
        row -> {
          table.add(
              Times.shorter(row.text(1)),
              row.text(2),
              row.text(3),
              row.whole(4),
              row.whole(5),
              row.wholeOrNull(6),
              row.wholeOrNull(7),
              row.number(8),
              row.wholeOrNull(9),
              row.whole(10),
              row.whole(11));
          cost.put(Times.seconds(row.text(1)), new double[] {row.number(8), row.number(9)});
        },
        run.market(),
        NIGHTS);
    view.each(
        """
        SELECT v.strategy, r.started_at, v.stitched_sharpe FROM (
          SELECT run_id, started_at FROM runs WHERE market = ? AND finished_at IS NOT NULL
          ORDER BY started_at DESC LIMIT ?) r
        JOIN verdicts v ON v.run_id = r.run_id""",
        row -> sharpe.add(row.text(1), Times.seconds(row.text(2)), row.number(3)),
        run.market(),
        NIGHTS);
    return new Section(id(), title(), blocks(table, cost, sharpe));
  }

  private static List<Block> blocks(Table table, Map<Double, double[]> cost, Lines sharpe) {
    double[] x = cost.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Note("The latest " + NIGHTS + " at most; " + table.rows().size() + " here."));
    if (!sharpe.isEmpty()) {
      blocks.add(
          new LineChart(
              "sharpe-by-night",
              "Sharpe ratio of the unseen days, by night",
              LineChart.Axis.TIME,
              sharpe.x(),
              sharpe.series(),
              Format.DECIMAL));
    }
    blocks.add(
        chart("seconds-by-night", "How long a night took", "run", 0, Format.SECONDS, x, cost));
    blocks.add(
        chart(
            "memory-by-night", "Peak memory of a night", "resident", 1, Format.MEGABYTES, x, cost));
    blocks.add(table);
    return blocks;
  }

  private static LineChart chart(
      String id,
      String title,
      String name,
      int column,
      Format format,
      double[] x,
      Map<Double, double[]> cost) {
    double[] y = cost.values().stream().mapToDouble(values -> values[column]).toArray();
    return new LineChart(
        id, title, LineChart.Axis.TIME, x, List.of(new LineChart.Series(name, y)), format);
  }
}
