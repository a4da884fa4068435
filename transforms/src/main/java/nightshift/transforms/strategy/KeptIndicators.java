package nightshift.transforms.strategy;

import java.util.Arrays;
import java.util.function.Consumer;

/** Indicators of one symbol that stay from generation to generation. */
final class KeptIndicators {
  private int[] places = new int[4];
  private double[][] arrays = new double[4][];
  private int count;

  /**
   * Adds one.
   *
   * @param place where it belongs in the symbol's {@link IndicatorMemo}
   */
  void add(int place, double[] array) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
      arrays = Arrays.copyOf(arrays, 2 * count);
    }
    places[count] = place;
    arrays[count++] = array;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Where the i-th belongs in the symbol's {@link IndicatorMemo}. */
  int place(int i) {
    return places[i];
  }

  double[] array(int i) {
    return arrays[i];
  }

  void forEach(Consumer<double[]> visitor) {
    for (int i = 0; i < count; i++) {
      visitor.accept(arrays[i]);
    }
  }
}
