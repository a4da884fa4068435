package nightshift.pipelines.report.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Block;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.StitchedReturns;
import nightshift.pipelines.report.Table;

/** What each month of the unseen days brought: a table with coloured cells for each strategy. */
public final class MonthlyReturns implements SectionReader {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int YEAR = 12;
  private static final double FULL_MONTH = 0.08;
  private static final double FULL_YEAR = 0.3;

  @Override
  public String id() {
    return "months";
  }

  @Override
  public String title() {
    return "Monthly returns";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    StitchedReturns stitched = StitchedReturns.of(view, run);
    if (stitched.days().length == 0) {
      return Section.without(id(), title(), "This run has no unseen days yet.");
    }
    List<Block> blocks = new ArrayList<>();
    for (String name : stitched.names()) {
      blocks.add(table(name, stitched.days(), stitched.returns(name)));
    }
    return new Section(id(), title(), blocks);
  }

  private static Table table(String name, int[] days, double[] returns) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("year"));
    MONTHS.forEach(month -> columns.add(Column.gain(month, Format.PERCENT, FULL_MONTH)));
    columns.add(Column.gain("all", Format.PERCENT, FULL_YEAR));
    Table table = Table.of(name, Table.Shown.OPEN, columns);
    growth(days, returns)
        .forEach(
            (year, months) -> {
              List<Object> row = new ArrayList<>();
              row.add(Integer.toString(year));
              for (double month : months) {
                row.add(month - 1);
              }
              table.add(row);
            });
    return table;
  }

  /** By year: the growth factor of each month, NaN where it has no day, and of the year. */
  private static Map<Integer, double[]> growth(int[] days, double[] returns) {
    Map<Integer, double[]> years = new TreeMap<>();
    for (int i = 0; i < days.length; i++) {
      LocalDate day = LocalDate.ofEpochDay(days[i]);
      double[] months = years.computeIfAbsent(day.getYear(), year -> unknown());
      int month = day.getMonthValue() - 1;
      months[month] = (Double.isNaN(months[month]) ? 1 : months[month]) * (1 + returns[i]);
      months[YEAR] *= 1 + returns[i];
    }
    return years;
  }

  private static double[] unknown() {
    double[] months = new double[YEAR + 1];
    Arrays.fill(months, Double.NaN);
    months[YEAR] = 1;
    return months;
  }
}
