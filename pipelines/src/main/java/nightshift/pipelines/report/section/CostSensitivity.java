package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.List;
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

/** What the champions would have done without costs, and at twice the costs. */
public final class CostSensitivity implements SectionReader {
  @Override
  public String id() {
    return "costs";
  }

  @Override
  public String title() {
    return "Costs";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    List<LineChart.Series> lines = new ArrayList<>();
    Table table =
        Table.of(
            "Total return, trades and turnover",
            Table.Shown.OPEN,
            Column.text("strategy"),
            Column.gain("return, no costs", Format.PERCENT, 0.3),
            Column.gain("return", Format.PERCENT, 0.3),
            Column.gain("return, twice the costs", Format.PERCENT, 0.3),
            Column.of("trades", Format.WHOLE),
            Column.of("turnover, capitals a year", Format.DECIMAL));
    view.each(
        "SELECT f.strategy, f.oos_sharpe_0x, f.oos_sharpe, f.oos_sharpe_2x,"
            + " f.oos_total_return_0x, f.oos_total_return, f.oos_total_return_2x, f.oos_trades,"
            + " f.oos_turnover FROM"
            + ChampionRows.OF_RUN
            + " ORDER BY f.strategy",
        row -> {
          double[] sharpe = {row.number(2), row.number(3), row.number(4)};
          lines.add(new LineChart.Series(row.text(1), sharpe));
          table.add(
              row.text(1),
              row.number(5),
              row.number(6),
              row.number(7),
              row.whole(8),
              row.number(9));
        },
        run.runId());
    if (lines.isEmpty()) {
      return Section.without(id(), title(), "This run has no champion yet.");
    }
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "On the test days of the latest fold. What falls steeply lives on cheap fills."),
            new LineChart(
                "sharpe-by-costs",
                "Sharpe ratio by costs",
                LineChart.Axis.COSTS,
                new double[] {0, 1, 2},
                lines,
                Format.DECIMAL),
            table));
  }
}
