package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.Parameters;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.ScatterChart;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;

/** Each validated candidate: what it promised in training, and what it then did. */
public final class InAndOutOfSample implements SectionReader {
  private static final int MOST = 800;

  @Override
  public String id() {
    return "in-and-out";
  }

  @Override
  public String title() {
    return "In sample against out of sample";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    List<ScatterChart.Point> points = new ArrayList<>();
    Table table =
        Table.of(
            "Sharpe ratios of candidates: the numbers",
            Table.Shown.FOLDED,
            Column.text("strategy"),
            Column.text("fold"),
            Column.of("rank", Format.WHOLE),
            Column.of("in sample", Format.DECIMAL),
            Column.of("out of sample", Format.DECIMAL),
            Column.text("parameters"));
    view.each(
        """
        SELECT strategy, fold, rank, is_sharpe, oos_sharpe, params FROM fitness
        WHERE run_id = ? AND rank IS NOT NULL AND is_sharpe IS NOT NULL AND oos_sharpe IS NOT NULL
        ORDER BY rank, strategy, fold LIMIT ?""",
        row -> {
          points.add(new ScatterChart.Point(row.text(1), row.number(4), row.number(5)));
          table.add(
              row.text(1),
              row.text(2),
              row.whole(3),
              row.number(4),
              row.number(5),
              Parameters.words(row.text(6)));
        },
        run.runId(),
        MOST);
    if (points.isEmpty()) {
      return Section.without(id(), title(), "No candidate of this run has both figures yet.");
    }
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "Below the dashed line a candidate kept less than it had promised. The best ranked "
                    + MOST
                    + " at most."),
            new ScatterChart(
                "candidates",
                "Sharpe ratios of candidates",
                "in sample",
                "out of sample",
                true,
                points,
                table)));
  }
}
