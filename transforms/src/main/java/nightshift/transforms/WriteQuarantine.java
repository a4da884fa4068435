package nightshift.transforms;

import java.nio.file.Path;
import java.util.List;
import nightshift.io.research.QuarantineRow;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Writes the symbols that were set aside before any unit could look at them. */
public final class WriteQuarantine extends PTransform<PCollection<QuarantineRow>, PDone> {
  private final String research;
  private final String runId;

  /**
   * @param research absolute path of the research database
   */
  public WriteQuarantine(String research, String runId) {
    this.research = research;
    this.runId = runId;
  }

  @Override
  public PDone expand(PCollection<QuarantineRow> rows) {
    rows.apply("Write", ParDo.of(new Write(research, runId)));
    return PDone.in(rows.getPipeline());
  }

  private static final class Write extends DoFn<QuarantineRow, Void> {
    private final String research;
    private final String runId;

    Write(String research, String runId) {
      this.research = research;
      this.runId = runId;
    }

    @ProcessElement
    public void write(@Element QuarantineRow row) throws ResearchException {
      Stage.WRITING.run(
          () -> ResearchDatabase.at(Path.of(research)).quarantine(runId, List.of(row)));
    }
  }
}
