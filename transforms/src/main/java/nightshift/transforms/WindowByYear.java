package nightshift.transforms;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.CalendarWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;
import org.joda.time.LocalDate;

/** Puts each slice's key, by its calendar year, into the window of that year (UTC). */
public final class WindowByYear
    extends PTransform<PCollection<YearSlice>, PCollection<KV<Integer, YearSlice>>> {
  /** Beam counts years from 1970 unless told otherwise, and drops what is older. */
  private static final int FIRST_YEAR = 1800;

  @Override
  public PCollection<KV<Integer, YearSlice>> expand(PCollection<YearSlice> slices) {
    return slices
        .apply("Stamp", ParDo.of(new Stamp()))
        .setCoder(KvCoder.of(VarIntCoder.of(), YearSlice.Coder.of()))
        .apply(
            "Calendar years", Window.into(CalendarWindows.years(1).withStartingYear(FIRST_YEAR)));
  }

  private static final class Stamp extends DoFn<YearSlice, KV<Integer, YearSlice>> {
    @ProcessElement
    public void stamp(@Element YearSlice slice, OutputReceiver<KV<Integer, YearSlice>> out) {
      out.outputWithTimestamp(KV.of(slice.year(), slice), firstInstantOf(slice.year()));
    }
  }

  private static Instant firstInstantOf(int year) {
    return new LocalDate(year, 1, 1).toDateTimeAtStartOfDay(DateTimeZone.UTC).toInstant();
  }
}
