package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchRow;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Block;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.Parameters;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.SharpeInterval;
import nightshift.pipelines.report.StitchedReturns;
import nightshift.pipelines.report.Table;

/** Of each strategy: its champion, how far it can be trusted, and what changed since last night. */
public final class VerdictTable implements SectionReader {
  private static final String CHAMPIONS =
      "SELECT f.strategy, f.params, f.fold, f.oos_sharpe, v.verdict, v.reason, v.stitched_sharpe,"
          + " v.stitched_days, v.dsr, v.pbo, v.stitched_psr FROM (SELECT f.* FROM"
          + ChampionRows.OF_RUN
          + ") f LEFT JOIN verdicts v ON v.run_id = f.run_id AND v.strategy = f.strategy"
          + " ORDER BY CASE v.verdict WHEN 'robust' THEN 1 WHEN 'doubtful' THEN 2 ELSE 3 END,"
          + " v.stitched_sharpe DESC, f.strategy";

  @Override
  public String id() {
    return "verdicts";
  }

  @Override
  public String title() {
    return "Verdicts";
  }

  /** What is compared with the night before. */
  private record Before(String params, String verdict, double sharpe) {}

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Map<String, Before> before = before(view, run.before());
    StitchedReturns stitched = StitchedReturns.of(view, run);
    Table table =
        Table.of(
            "The champion of each strategy",
            Table.Shown.CARDS,
            Column.text("strategy"),
            Column.word("verdict"),
            Column.text("parameters"),
            Column.gain("unseen Sharpe", Format.DECIMAL, 2),
            Column.text("95 % interval"),
            Column.of("unseen days", Format.WHOLE),
            Column.of("Sharpe of latest test", Format.DECIMAL),
            Column.of("PSR", Format.PROBABILITY),
            Column.of("DSR", Format.PROBABILITY),
            Column.of("PBO", Format.PROBABILITY),
            Column.text("since last night"),
            Column.text("why"));
    view.each(
        CHAMPIONS,
        row -> table.add(cells(row, stitched, before, run.before().isEmpty())),
        run.runId());
    if (table.isEmpty()) {
      return Section.without(id(), title(), "This run has no champion: " + whyNone(run));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(table);
    blocks.add(
        new Note(
            "Unseen days: the test days of all folds, one after the other, on which each champion"
                + " was chosen without them. The interval is the Sharpe ratio ± 1.96 standard errors"
                + " of the probabilistic Sharpe ratio. DSR: how probable it is that the ratio in"
                + " training is more than luck among that many trials. PBO: how often the best in"
                + " one half of the training is below the median in the other; 0.5 is luck."));
    return new Section(id(), title(), blocks);
  }

  private static String whyNone(ReportedRun run) {
    return run.finishedAt().isEmpty()
        ? "champions are ranked when a run finishes, and this one is " + run.status() + "."
        : "no candidate had enough trades.";
  }

  private static List<Object> cells(
      ResearchRow row, StitchedReturns stitched, Map<String, Before> before, boolean first)
      throws ResearchException {
    String strategy = row.text(1);
    double sharpe = row.number(7);
    double[] returns = stitched.strategies().get(strategy);
    String verdict = row.text(5);
    List<Object> cells = new ArrayList<>();
    cells.add(strategy);
    cells.add(verdict.isEmpty() ? "not judged" : verdict);
    cells.add(Parameters.words(row.text(2)));
    cells.add(sharpe);
    cells.add(returns == null ? Format.UNDEFINED : SharpeInterval.around(sharpe, returns).words());
    cells.add(row.wholeOrNull(8));
    cells.add(row.number(4));
    cells.add(row.number(11));
    cells.add(row.number(9));
    cells.add(row.number(10));
    cells.add(
        first
            ? "no night before"
            : change(before.get(strategy), new Before(row.text(2), verdict, sharpe)));
    cells.add(row.text(6));
    return cells;
  }

  private static String change(Before before, Before now) {
    if (before == null) {
      return "new";
    }
    List<String> changes = new ArrayList<>();
    if (!before.verdict.equals(now.verdict)) {
      changes.add("was " + before.verdict);
    }
    if (!before.params.equals(now.params)) {
      changes.add("other parameters");
    }
    double difference = now.sharpe - before.sharpe;
    if (Math.abs(difference) >= 0.005) {
      changes.add("Sharpe " + (difference > 0 ? "+" : "") + Format.DECIMAL.of(difference));
    }
    return changes.isEmpty() ? "unchanged" : String.join("; ", changes);
  }

  private static Map<String, Before> before(ResearchView view, String runId)
      throws ResearchException {
    Map<String, Before> before = new HashMap<>();
    view.each(
        "SELECT strategy, params, verdict, stitched_sharpe FROM verdicts WHERE run_id = ?",
        row -> before.put(row.text(1), new Before(row.text(2), row.text(3), row.number(4))),
        runId);
    return before;
  }
}
