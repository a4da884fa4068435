package nightshift.transforms.indicator;

/** What every indicator asks of its arguments. */
final class Arguments {
  private Arguments() {}

  /** Checks a window of n bars over the first so many values of an array. */
  static void check(double[] input, int length, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1 bar, got " + n);
    }
    if (length < 0 || length > input.length) {
      throw new IllegalArgumentException(
          "length must be 0 to " + input.length + ", the input's own, got " + length);
    }
  }
}
