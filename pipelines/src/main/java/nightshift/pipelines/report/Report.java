package nightshift.pipelines.report;

import java.util.List;
import nightshift.pipelines.report.section.Alerts;
import nightshift.pipelines.report.section.Convergence;
import nightshift.pipelines.report.section.CostSensitivity;
import nightshift.pipelines.report.section.Equity;
import nightshift.pipelines.report.section.Front;
import nightshift.pipelines.report.section.History;
import nightshift.pipelines.report.section.InAndOutOfSample;
import nightshift.pipelines.report.section.Machine;
import nightshift.pipelines.report.section.MonthlyReturns;
import nightshift.pipelines.report.section.PerSymbol;
import nightshift.pipelines.report.section.Quarantine;
import nightshift.pipelines.report.section.RunFacts;
import nightshift.pipelines.report.section.Stability;
import nightshift.pipelines.report.section.VerdictTable;

/** What a report consists of. */
public final class Report {
  /** The sections in the order of the page. */
  public static final List<SectionReader> SECTIONS =
      List.of(
          new VerdictTable(),
          new Equity(),
          new MonthlyReturns(),
          new Convergence(),
          new InAndOutOfSample(),
          new Stability(),
          new PerSymbol(),
          new CostSensitivity(),
          new Front(),
          new History(),
          new Machine(),
          new Alerts(),
          new Quarantine(),
          new RunFacts());

  private Report() {}
}
