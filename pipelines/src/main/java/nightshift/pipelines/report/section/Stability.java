package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.Parameters;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;

/** How far the best parameters wander from fold to fold. */
public final class Stability implements SectionReader {
  @Override
  public String id() {
    return "stability";
  }

  @Override
  public String title() {
    return "Parameters over the folds";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    SortedSet<String> folds = new TreeSet<>();
    Map<String, Map<String, String>> best = new TreeMap<>();
    view.each(
        "SELECT strategy, fold, params FROM fitness"
            + " WHERE run_id = ? AND rank = 1 AND objective IS NOT NULL",
        row -> {
          folds.add(row.text(2));
          String key = row.text(1) + "/" + row.text(2);
          best.put(key, Parameters.of(row.text(3)));
        },
        run.runId());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("strategy"));
    columns.add(Column.text("parameter"));
    folds.forEach(fold -> columns.add(Column.text(fold)));
    columns.add(Column.amount("spread", Format.PERCENT, 1));
    Table table = Table.of("The best value of each fold", Table.Shown.OPEN, columns);
    view.each(
        "SELECT strategy, parameter, spread FROM stability WHERE run_id = ?"
            + " ORDER BY strategy, parameter",
        row -> {
          List<Object> cells = new ArrayList<>();
          cells.add(row.text(1));
          cells.add(row.text(2));
          for (String fold : folds) {
            cells.add(best.getOrDefault(row.text(1) + "/" + fold, Map.of()).get(row.text(2)));
          }
          cells.add(row.number(3));
          table.add(cells);
        },
        run.runId());
    if (table.isEmpty()) {
      return Section.without(id(), title(), "This run has no parameters to compare yet.");
    }
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "The spread is the highest less the lowest, of the range that is searched. What is"
                    + " best at one end in one year and at the other in the next says nothing."),
            table));
  }
}
