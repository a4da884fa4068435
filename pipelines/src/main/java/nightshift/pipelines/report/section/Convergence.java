package nightshift.pipelines.report.section;

import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;

/** How the best and the mean of the populations went on, generation by generation. */
public final class Convergence implements SectionReader {
  @Override
  public String id() {
    return "convergence";
  }

  @Override
  public String title() {
    return "Convergence";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    Lines best = new Lines();
    Lines mean = new Lines();
    view.each(
        """
        SELECT g.strategy, g.generation, MAX(g.best), AVG(g.mean) FROM generations g
        WHERE g.run_id = ? AND g.fold = (
          SELECT MAX(h.fold) FROM generations h
          WHERE h.run_id = g.run_id AND h.strategy = g.strategy)
        GROUP BY g.strategy, g.generation""",
        row -> {
          best.add(row.text(1), row.number(2), row.number(3));
          mean.add(row.text(1), row.number(2), row.number(4));
        },
        run.runId());
    if (best.isEmpty()) {
      return Section.without(id(), title(), "No generation of this run is in the database yet.");
    }
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "The objective in sample, in the latest fold; of several islands the best"
                    + " one's best, and the mean of all."),
            new LineChart(
                "best",
                "Best of a generation",
                LineChart.Axis.GENERATION,
                best.x(),
                best.series(),
                Format.DECIMAL),
            new LineChart(
                "mean",
                "Mean of a generation",
                LineChart.Axis.GENERATION,
                mean.x(),
                mean.series(),
                Format.DECIMAL)));
  }
}
