package nightshift.transforms.trust;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Daily net returns with their days.
 *
 * @param days epoch days, strictly ascending
 * @param returns one for each, as fractions
 */
public record DailySeries(int[] days, double[] returns) {

  public DailySeries {
    if (days.length != returns.length) {
      throw new IllegalArgumentException(days.length + " days, but " + returns.length + " returns");
    }
    for (int i = 1; i < days.length; i++) {
      if (days[i] <= days[i - 1]) {
        throw new IllegalArgumentException(
            "days must ascend, but " + days[i] + " follows " + days[i - 1]);
      }
    }
  }

  /**
   * The series of folds one after the other, whatever their order here.
   *
   * @throws IllegalArgumentException when they overlap
   */
  public static DailySeries stitch(List<DailySeries> folds) {
    List<DailySeries> parts =
        folds.stream()
            .filter(fold -> fold.days.length > 0)
            .sorted(Comparator.comparingInt(fold -> fold.days[0]))
            .toList();
    return new DailySeries(
        parts.stream().flatMapToInt(part -> Arrays.stream(part.days)).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.returns)).toArray());
  }

  /**
   * The returns of these days on those of a calendar, 0 where this series has none: nothing was
   * held then.
   *
   * @throws IllegalArgumentException when this series has a day that the calendar has not
   */
  double[] on(int[] calendar) {
    double[] aligned = new double[calendar.length];
    for (int i = 0; i < days.length; i++) {
      int place = Arrays.binarySearch(calendar, days[i]);
      if (place < 0) {
        throw new IllegalArgumentException("day " + days[i] + " is not one of the benchmark's");
      }
      aligned[place] = returns[i];
    }
    return aligned;
  }
}
