package nightshift.pipelines.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Block;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Table;
import nightshift.pipelines.report.Times;

/** Memory and temperature while the run went on, against what it may use. */
public final class Machine implements SectionReader {
  private static final int PLACES = 240;

  private static final String[] MEMORY = {
    "resident", "heap", "panels", "budget", "available on the machine"
  };
  private static final int TEMPERATURE = MEMORY.length;

  @Override
  public String id() {
    return "machine";
  }

  @Override
  public String title() {
    return "Memory and temperature";
  }

  @Override
  public Section read(ResearchView view, ReportedRun run) throws ResearchException {
    long samples = view.count("SELECT COUNT(*) FROM memory_samples WHERE run_id = ?", run.runId());
    if (samples == 0) {
      return Section.without(id(), title(), "This run has no samples.");
    }
    Stretches stretches = new Stretches((samples + PLACES - 1) / PLACES);
    view.each(
        """
        SELECT at, COALESCE(peak_rss_bytes, rss_bytes), heap_bytes, leased_bytes, budget_bytes,
          available_bytes, temperature
        FROM memory_samples WHERE run_id = ? ORDER BY at""",
        row -> {
          double[] values = new double[TEMPERATURE + 1];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.number(i + 2);
          }
          stretches.add(Times.seconds(row.text(1)), values);
        },
        run.runId());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Note(
            "The highest of each stretch of time, of available memory the lowest; "
                + samples
                + " samples."));
    blocks.add(memory(stretches));
    if (stretches.has(TEMPERATURE)) {
      blocks.add(
          new LineChart(
              "temperature",
              "Temperature of the hottest zone",
              LineChart.Axis.TIME,
              stretches.x(),
              List.of(new LineChart.Series("temperature", stretches.y(TEMPERATURE))),
              Format.DEGREES));
    } else {
      blocks.add(new Note("This machine does not tell its temperature."));
    }
    blocks.add(stages(view, run));
    return new Section(id(), title(), blocks);
  }

  private static LineChart memory(Stretches stretches) {
    List<LineChart.Series> lines = new ArrayList<>();
    for (int i = 0; i < MEMORY.length; i++) {
      if (stretches.has(i)) {
        lines.add(new LineChart.Series(MEMORY[i], stretches.y(i)));
      }
    }
    return new LineChart(
        "memory", "Memory", LineChart.Axis.TIME, stretches.x(), lines, Format.MEGABYTES);
  }

  private static Table stages(ResearchView view, ReportedRun run) throws ResearchException {
    Table table =
        Table.of(
            "Where the time went, summed over the workers",
            Table.Shown.FOLDED,
            Column.text("stage"),
            Column.of("processor", Format.SECONDS),
            Column.of("wall clock", Format.SECONDS),
            Column.of("times", Format.WHOLE),
            Column.of("peak memory", Format.MEGABYTES),
            Column.of("read", Format.MEGABYTES));
    view.each(
        "SELECT stage, cpu_seconds, wall_seconds, count, peak_rss_bytes, read_bytes FROM stages"
            + " WHERE run_id = ? ORDER BY wall_seconds DESC, stage",
        row ->
            table.add(
                row.text(1),
                row.number(2),
                row.number(3),
                row.whole(4),
                row.wholeOrNull(5),
                row.wholeOrNull(6)),
        run.runId());
    return table;
  }

  /** So many samples each, one value of each kind. */
  private static final class Stretches {
    private static final int AVAILABLE = 4;

    private final long length;
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private long samples;

    Stretches(long length) {
      this.length = length;
    }

    void add(double time, double[] sample) {
      if (samples++ % length == 0) {
        times.add(time);
        values.add(sample);
        return;
      }
      double[] so = values.get(values.size() - 1);
      for (int i = 0; i < so.length; i++) {
        so[i] = i == AVAILABLE ? Math.min(so[i], sample[i]) : Math.max(so[i], sample[i]);
      }
    }

    double[] x() {
      return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] y(int kind) {
      return values.stream().mapToDouble(all -> all[kind]).toArray();
    }

    boolean has(int kind) {
      return !Arrays.stream(y(kind)).allMatch(Double::isNaN);
    }
  }
}
