package nightshift.transforms.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Every indicator against the plainest loop that its definition allows, with holes in the input.
 */
class NaiveTest {

  /** Prices from a few pennies to thousands, one in twenty missing; more of them than are valid. */
  @Provide
  Arbitrary<double[]> prices() {
    Arbitrary<Double> price = Arbitraries.integers().between(1, 500_000).map(i -> i / 100.0);
    return Arbitraries.frequencyOf(Tuple.of(19, price), Tuple.of(1, Arbitraries.just(Double.NaN)))
        .array(double[].class)
        .ofMinSize(0)
        .ofMaxSize(120);
  }

  @Property(tries = 300)
  void windows(@ForAll("prices") double[] x, @ForAll @IntRange(min = 1, max = 30) int n) {
    check(x, n, Averages.sma(x, x.length, n), w -> Arrays.stream(w).average().orElseThrow());
    check(x, n, Extremes.highest(x, x.length, n), w -> Arrays.stream(w).max().orElseThrow());
    check(x, n, Extremes.lowest(x, x.length, n), w -> Arrays.stream(w).min().orElseThrow());
    check(Momentum.roc(x, x.length, n), t -> t < n ? Double.NaN : 100 * (x[t] / x[t - n] - 1));
  }

  /** Compared as variances, whose rounding errors are small beside the square of the prices. */
  @Property(tries = 300)
  void deviations(@ForAll("prices") double[] x, @ForAll @IntRange(min = 2, max = 30) int n) {
    double highest = Arrays.stream(x).filter(v -> !Double.isNaN(v)).max().orElse(0);
    double[] scaled = Arrays.stream(x).map(v -> v / highest).toArray();
    check(
        scaled,
        n,
        squared(Deviations.standardDeviation(scaled, x.length, n)),
        w -> variance(w, w.length));
    double[] tame = Arrays.stream(scaled).map(v -> 1 + v).toArray();
    check(
        tame,
        n + 1,
        squared(Deviations.volatility(tame, x.length, n)),
        w -> 252 * variance(returns(w), n - 1));
  }

  private static double[] squared(double[] x) {
    return Arrays.stream(x).map(v -> v * v).toArray();
  }

  private static double variance(double[] window, int divisor) {
    double mean = Arrays.stream(window).average().orElseThrow();
    return Arrays.stream(window).map(v -> (v - mean) * (v - mean)).sum() / divisor;
  }

  private static double[] returns(double[] window) {
    double[] returns = new double[window.length - 1];
    Arrays.setAll(returns, i -> window[i + 1] / window[i] - 1);
    return returns;
  }

  /** Holds an indicator against a function of each whole window; NaN in the window gives NaN. */
  private static void check(
      double[] x, int n, double[] actual, ToDoubleFunction<double[]> ofWindow) {
    check(
        actual,
        t -> {
          double[] window = t < n - 1 ? new double[0] : Arrays.copyOfRange(x, t - n + 1, t + 1);
          boolean whole = window.length == n && Arrays.stream(window).noneMatch(Double::isNaN);
          return whole ? ofWindow.applyAsDouble(window) : Double.NaN;
        });
  }

  private static void check(double[] actual, IntToDoubleFunction expected) {
    for (int t = 0; t < actual.length; t++) {
      double value = expected.applyAsDouble(t);
      if (Double.isNaN(value)) {
        assertThat(actual[t]).as("bar %s", t).isNaN();
      } else {
        double error = 1e-9 * Math.max(1, Math.abs(value));
        assertThat(actual[t]).as("bar %s", t).isCloseTo(value, within(error));
      }
    }
  }

  @Property(tries = 300)
  void memories(@ForAll("prices") double[] x, @ForAll @IntRange(min = 1, max = 20) int n) {
    check(Averages.ema(x, x.length, n), t -> smoothed(x, t, n, 2.0 / (n + 1)));
    check(Averages.wilder(x, x.length, n), t -> smoothed(x, t, n, 1.0 / n));
    double[] gains = changes(x, 1);
    double[] losses = changes(x, -1);
    check(
        Wilder.rsi(x, x.length, n),
        t -> {
          double gain = smoothed(gains, t, n, 1.0 / n);
          double loss = smoothed(losses, t, n, 1.0 / n);
          return loss == 0 ? 100 : 100 * gain / (gain + loss);
        });
  }

  private static double[] changes(double[] x, int sign) {
    double[] changes = new double[x.length];
    Arrays.setAll(changes, t -> t == 0 ? Double.NaN : Math.max(0, sign * (x[t] - x[t - 1])));
    return changes;
  }

  /** Goes back to the last hole, averages n values after it, and mixes in the others one by one. */
  private static double smoothed(double[] x, int t, int n, double newest) {
    int start = t + 1;
    while (start > 0 && !Double.isNaN(x[start - 1])) {
      start--;
    }
    if (t - start + 1 < n) {
      return Double.NaN;
    }
    double value = Arrays.stream(x, start, start + n).average().orElseThrow();
    for (int k = start + n; k <= t; k++) {
      value = newest * x[k] + (1 - newest) * value;
    }
    return value;
  }

  @Property(tries = 300)
  void averageTrueRange(
      @ForAll("prices") double[] close, @ForAll @IntRange(min = 1, max = 20) int n) {
    double[] high = close.clone();
    double[] low = close.clone();
    Arrays.setAll(high, t -> close[t] * (1 + t % 7 / 50.0));
    Arrays.setAll(low, t -> close[t] * (1 - t % 5 / 50.0));
    double[] range = new double[close.length];
    Arrays.setAll(
        range,
        t ->
            t == 0
                ? Double.NaN
                : Math.max(
                    high[t] - low[t],
                    Math.max(Math.abs(high[t] - close[t - 1]), Math.abs(low[t] - close[t - 1]))));
    check(Wilder.atr(high, low, close, close.length, n), t -> smoothed(range, t, n, 1.0 / n));
  }
}
