package nightshift.transforms;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithTimestamps;
import org.apache.beam.sdk.transforms.windowing.CalendarWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;
import org.joda.time.LocalDate;

/** Puts each slice's key into the window of its calendar year (UTC). */
public final class WindowByYear extends PTransform<PCollection<YearSlice>, PCollection<YearSlice>> {
  /** Beam counts years from 1970 unless told otherwise, and drops what is older. */
  private static final int FIRST_YEAR = 1800;

  @Override
  public PCollection<YearSlice> expand(PCollection<YearSlice> slices) {
    return slices
        .apply("Stamp", WithTimestamps.of(slice -> firstInstantOf(slice.year())))
        .apply(
            "Calendar years", Window.into(CalendarWindows.years(1).withStartingYear(FIRST_YEAR)));
  }

  private static Instant firstInstantOf(int year) {
    return new LocalDate(year, 1, 1).toDateTimeAtStartOfDay(DateTimeZone.UTC).toInstant();
  }
}
