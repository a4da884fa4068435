package nightshift.pipelines.report.section;

import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;
import nightshift.pipelines.report.Times;

/** What somebody has to look at: alerts, and units that failed. */
public final class Alerts implements SectionReader {
  private static final int MOST = 300;

  @Override
  public String id() {
    return "alerts";
  }

  @Override
  public String title() {
    return "Alerts";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Table alerts =
        Table.of(
            "Alerts of this run",
            Table.Shown.OPEN,
            Column.text("began"),
            Column.text("ended"),
            Column.word("severity"),
            Column.text("kind"),
            Column.text("what"));
    view.each(
        "SELECT at, ended_at, severity, kind, message FROM alerts WHERE run_id = ?"
            + " ORDER BY severity, at, kind LIMIT ?",
        row ->
            alerts.add(
                Times.shorter(row.text(1)),
                Times.shorter(row.text(2)),
                row.text(3),
                row.text(4),
                row.text(5)),
        run.runId(),
        MOST);
    Table failed =
        Table.of(
            "Units that failed",
            Table.Shown.OPEN,
            Column.text("strategy"),
            Column.text("fold"),
            Column.of("island", Format.WHOLE),
            Column.text("cause"));
    view.each(
        "SELECT strategy, fold, island, cause FROM units WHERE run_id = ? AND status = 'failed'"
            + " ORDER BY strategy, fold, island LIMIT ?",
        row -> failed.add(row.text(1), row.text(2), row.whole(3), row.text(4)),
        run.runId(),
        MOST);
    return new Section(
        id(),
        title(),
        List.of(
            alerts.isEmpty() ? new Note("This run had no alert.") : alerts,
            failed.isEmpty() ? new Note("No unit of work failed.") : failed));
  }
}
