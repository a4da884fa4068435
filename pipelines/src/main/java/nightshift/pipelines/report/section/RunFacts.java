package nightshift.pipelines.report.section;

import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Parameters;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;
import nightshift.pipelines.report.Times;

/** Which run this is, and with which settings it was made. */
public final class RunFacts implements SectionReader {
  @Override
  public String id() {
    return "run";
  }

  @Override
  public String title() {
    return "The run";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Table facts = Table.of("Facts", Table.Shown.OPEN, Column.text("what"), Column.text("value"));
    facts
        .add("run", run.runId())
        .add("status", run.status())
        .add("began", Times.shorter(run.startedAt()))
        .add("finished", Times.shorter(run.finishedAt()))
        .add("market", run.market() + ", " + run.marketLocation())
        .add("database", view.path().toString())
        .add("Nightshift", run.version());
    if (!run.cause().isEmpty()) {
      facts.add("cause", run.cause());
    }
    return new Section(
        id(),
        title(),
        List.of(
            facts,
            settings("Settings that decide the results", run.settings()),
            settings("Settings that decide the cost", run.resources())));
  }

  private static Table settings(String caption, String json) {
    Table table =
        Table.of(caption, Table.Shown.FOLDED, Column.text("setting"), Column.text("value"));
    Parameters.of(json).forEach((name, value) -> table.add(name, value));
    return table;
  }
}
