package nightshift.pipelines.report.html;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * An axis with round numbers on it.
 *
 * @param low where it begins, a multiple of step
 * @param high where it ends, a multiple of step
 * @param step between its marks
 */
record Axis(double low, double high, double step) {
  private static final int MARKS = 6;

  /** An axis on which all values are; from 0 to 1 where there is none. */
  static Axis of(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(1);
    if (!(most > least)) {
      most = least + Math.max(1, Math.abs(least));
    }
    double step = round((most - least) / MARKS);
    return new Axis(Math.floor(least / step) * step, Math.ceil(most / step) * step, step);
  }

  /** The next of 1, 2, 5, 10, ... times a power of ten. */
  private static double round(double about) {
    double power = 1;
    while (power > about) {
      power /= 10;
    }
    while (power * 10 <= about) {
      power *= 10;
    }
    double digit = about / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  double[] ticks() {
    int count = (int) Math.round((high - low) / step);
    return DoubleStream.iterate(0, i -> i <= count, i -> i + 1).map(i -> tick((int) i)).toArray();
  }

  /** Without the rounding errors of many additions. */
  private double tick(int i) {
    return Math.rint((low / step + i)) * step;
  }

  /** Where a value is, from 0 to 1. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}
