package nightshift.transforms.strategy;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A parameter with an inclusive range and a step. Only the values {@code min + k * step} exist, so
 * that a candidate is a row of small whole numbers, two equal candidates are recognised as such,
 * and a value prints as it was meant (0.93, not 0.9300000000000002).
 */
public final class Parameter {
  private final String name;
  private final boolean whole;
  private final double[] values;

  private Parameter(String name, BigDecimal min, BigDecimal max, BigDecimal step) {
    this.name = Objects.requireNonNull(name);
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "parameter name must be lower case letters, digits and underscores, got: " + name);
    }
    if (step.signum() <= 0) {
      throw new IllegalArgumentException(name + ": step must be above 0, got " + step);
    }
    if (max.compareTo(min) < 0) {
      throw new IllegalArgumentException(
          name + ": max must be at least min " + min + ", got " + max);
    }
    BigDecimal[] steps = max.subtract(min).divideAndRemainder(step);
    if (steps[1].signum() != 0) {
      throw new IllegalArgumentException(
          name + ": " + min + " to " + max + " is not a whole number of steps of " + step);
    }
    this.whole = isWhole(min) && isWhole(step);
    this.values = new double[steps[0].intValueExact() + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = min.add(step.multiply(BigDecimal.valueOf(i))).doubleValue();
    }
  }

  /** A whole-number parameter: {@code min}, {@code min + step}, ... up to {@code max} inclusive. */
  public static Parameter whole(String name, int min, int max, int step) {
    return new Parameter(
        name, BigDecimal.valueOf(min), BigDecimal.valueOf(max), BigDecimal.valueOf(step));
  }

  /** A decimal parameter; the numbers are given as text so that the steps are exact. */
  public static Parameter decimal(String name, String min, String max, String step) {
    return new Parameter(name, new BigDecimal(min), new BigDecimal(max), new BigDecimal(step));
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  public String name() {
    return name;
  }

  /** Whether every value is a whole number. */
  public boolean isWhole() {
    return whole;
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** The value at an index from 0 to {@link #size()} - 1. */
  public double value(int index) {
    return values[index];
  }

  public double min() {
    return values[0];
  }

  public double max() {
    return values[values.length - 1];
  }

  /** The index of the value nearest to the given one. */
  public int nearest(double value) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(values[i] - value) < Math.abs(values[best] - value)) {
        best = i;
      }
    }
    return best;
  }

  /** The value at an index as it is written down: {@code 20} or {@code 0.93}. */
  public String text(int index) {
    return whole ? Long.toString((long) values[index]) : Double.toString(values[index]);
  }

  @Override
  public String toString() {
    return name + " " + text(0) + " to " + text(size() - 1);
  }
}
