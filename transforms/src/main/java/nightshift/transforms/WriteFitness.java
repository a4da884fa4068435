package nightshift.transforms;

import java.nio.file.Path;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.UnitRows;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Writes each unit's rows, and its entry in the ledger, in one transaction. */
public final class WriteFitness extends PTransform<PCollection<UnitRows>, PDone> {
  private final String research;

  /**
   * @param research absolute path of the research database
   */
  public WriteFitness(String research) {
    this.research = research;
  }

  @Override
  public PDone expand(PCollection<UnitRows> units) {
    units.apply("Write", ParDo.of(new Write(research)));
    return PDone.in(units.getPipeline());
  }

  private static final class Write extends DoFn<UnitRows, Void> {
    private final String research;

    Write(String research) {
      this.research = research;
    }

    @ProcessElement
    public void write(@Element UnitRows rows) throws ResearchException {
      Stage.WRITING.run(() -> ResearchDatabase.at(Path.of(research)).writeUnit(rows));
      Counters.counter(Counters.UNITS_WRITTEN).inc();
      if (rows.unit().failed()) {
        Counters.counter(Counters.UNITS_FAILED).inc();
      }
    }
  }
}
