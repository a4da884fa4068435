package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.StitchedReturns;
import nightshift.pipelines.report.Thinned;

/** What a capital of 1 became on the unseen days, and how far it was below its top. */
public final class Equity implements SectionReader {
  private static final int PLACES = 320;
  private static final double SECONDS_A_DAY = 86_400;

  @Override
  public String id() {
    return "equity";
  }

  @Override
  public String title() {
    return "Equity on unseen days";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    StitchedReturns stitched = StitchedReturns.of(view, run);
    if (stitched.days().length == 0) {
      return Section.without(id(), title(), "This run has no unseen days yet.");
    }
    int[] places = Thinned.places(stitched.days().length, PLACES);
    double[] x =
        Arrays.stream(places).mapToDouble(i -> stitched.days()[i] * SECONDS_A_DAY).toArray();
    List<LineChart.Series> equity = new ArrayList<>();
    List<LineChart.Series> drawdown = new ArrayList<>();
    for (String name : stitched.names()) {
      double[] capital = capital(stitched.returns(name));
      double[] below = below(capital);
      equity.add(new LineChart.Series(name, at(capital, places)));
      drawdown.add(new LineChart.Series(name, lowest(below, places)));
    }
    return new Section(
        id(),
        title(),
        List.of(
            new Note(
                "The champions of all folds on the days they had not seen, after costs, beside"
                    + " buying and holding every symbol. A capital of 1 at the start."),
            new LineChart("equity", "Capital", LineChart.Axis.DATE, x, equity, Format.DECIMAL),
            new LineChart(
                "drawdown",
                "Below the highest capital so far",
                LineChart.Axis.DATE,
                x,
                drawdown,
                Format.PERCENT)));
  }

  private static double[] capital(double[] returns) {
    double[] capital = new double[returns.length];
    double now = 1;
    for (int i = 0; i < returns.length; i++) {
      now = Math.max(0, now * (1 + returns[i]));
      capital[i] = now;
    }
    return capital;
  }

  private static double[] below(double[] capital) {
    double[] below = new double[capital.length];
    double top = 1;
    for (int i = 0; i < capital.length; i++) {
      top = Math.max(top, capital[i]);
      below[i] = capital[i] / top - 1;
    }
    return below;
  }

  private static double[] at(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  /** The lowest since the place before, so that no fall is thinned away. */
  private static double[] lowest(double[] values, int[] places) {
    double[] lowest = new double[places.length];
    int from = 0;
    for (int k = 0; k < places.length; k++) {
      lowest[k] = Arrays.stream(values, from, places[k] + 1).min().orElse(Double.NaN);
      from = places[k] + 1;
    }
    return lowest;
  }
}
