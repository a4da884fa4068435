package nightshift.pipelines.report.section;

import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;

/** Data that is doubtful, and what was done about it. */
public final class Quarantine implements SectionReader {
  private static final int MOST = 1_000;

  @Override
  public String id() {
    return "quarantine";
  }

  @Override
  public String title() {
    return "Quarantined data";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Table rules =
        Table.of(
            "Findings by rule",
            Table.Shown.OPEN,
            Column.text("rule"),
            Column.text("done"),
            Column.of("findings", Format.WHOLE),
            Column.of("symbols", Format.WHOLE),
            Column.of("rows", Format.WHOLE));
    view.each(
        "SELECT rule, action, COUNT(*), COUNT(DISTINCT symbol), SUM(row_count) FROM quarantine"
            + " WHERE run_id = ? GROUP BY rule, action ORDER BY COUNT(*) DESC, rule, action",
        row -> rules.add(row.text(1), row.text(2), row.whole(3), row.whole(4), row.whole(5)),
        run.runId());
    if (rules.isEmpty()) {
      return Section.without(id(), title(), "Nothing was set aside or mended.");
    }
    Table findings =
        Table.of(
            "Findings, at most " + MOST,
            Table.Shown.FOLDED,
            Column.text("symbol"),
            Column.text("rule"),
            Column.text("from"),
            Column.of("rows", Format.WHOLE),
            Column.text("done"),
            Column.text("detail"));
    view.each(
        "SELECT symbol, rule, first_date, row_count, action, detail FROM quarantine"
            + " WHERE run_id = ? ORDER BY symbol, rule, first_date LIMIT ?",
        row ->
            findings.add(
                row.text(1), row.text(2), row.text(3), row.whole(4), row.text(5), row.text(6)),
        run.runId(),
        MOST);
    return new Section(id(), title(), List.of(rules, findings));
  }
}
