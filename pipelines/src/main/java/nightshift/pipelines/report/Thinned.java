package nightshift.pipelines.report;

import java.util.stream.IntStream;

/** Fewer places of a long series: evenly spread, the last one always among them. */
public final class Thinned {
  private Thinned() {}

  /**
   * The places that stay.
   *
   * @param length of the series
   * @param most how many may stay, 1 or more
   * @return ascending, from 0 to {@code length}, exclusive
   */
  public static int[] places(int length, int most) {
    int step = Math.max(1, (length + most - 1) / most);
    int first = length == 0 ? 0 : (length - 1) % step;
    return IntStream.iterate(first, place -> place < length, place -> place + step).toArray();
  }
}
