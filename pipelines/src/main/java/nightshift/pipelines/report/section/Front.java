package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** The candidates that no other dominates, where several objectives were searched for. */
public final class Front implements SectionReader {
  private static final int MOST = 600;

  @Override
  public String id() {
    return "front";
  }

  @Override
  public String title() {
    return "Pareto front";
  }

  private static Optional<String> objective(ResearchView view, ReportedRun run, int priority)
      throws ResearchException {
    return view.first(
        "SELECT objective FROM fronts WHERE run_id = ? AND priority = ?",
        row -> row.text(1),
        run.runId(),
        priority);
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Optional<String> x = objective(view, run, 1);
    Optional<String> y = objective(view, run, 2);
    if (x.isEmpty() || y.isEmpty()) {
      return Section.without(
          id(), title(), "This run searched for a single objective, so there is no front.");
    }
    List<ScatterChart.Point> points = new ArrayList<>();
    Table table =
        Table.of(
            "The members of the fronts: the numbers",
            Table.Shown.FOLDED,
            Column.text("strategy"),
            Column.of("island", Format.WHOLE),
            Column.of("place", Format.WHOLE),
            Column.of(x.get(), Format.PROBABILITY),
            Column.of(y.get(), Format.PROBABILITY),
            Column.of(x.get() + ", unseen", Format.PROBABILITY),
            Column.of(y.get() + ", unseen", Format.PROBABILITY),
            Column.text("parameters"));
    view.each(
        """
        SELECT a.strategy, a.island, a.place, a.value, b.value, a.oos_value, b.oos_value, a.params
        FROM fronts a
        JOIN fronts b ON b.run_id = a.run_id AND b.strategy = a.strategy AND b.fold = a.fold
          AND b.island = a.island AND b.params = a.params AND b.objective = ?
        WHERE a.run_id = ? AND a.objective = ? AND a.fold = (
          SELECT MAX(g.fold) FROM fronts g WHERE g.run_id = a.run_id AND g.strategy = a.strategy)
        ORDER BY a.place, a.strategy, a.island LIMIT ?""",
        row -> {
          points.add(new ScatterChart.Point(row.text(1), row.number(4), row.number(5)));
          table.add(
              row.text(1),
              row.whole(2),
              row.whole(3),
              row.number(4),
              row.number(5),
              row.number(6),
              row.number(7),
              Parameters.words(row.text(8)));
        },
        y.get(),
        run.runId(),
        x.get(),
        MOST);
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "In sample, in the latest fold of each strategy: the first two objectives. At most "
                    + MOST
                    + " members, the best by the first objective."),
            new ScatterChart(
                "front-members", "Members of the fronts", x.get(), y.get(), false, points, table)));
  }
}
