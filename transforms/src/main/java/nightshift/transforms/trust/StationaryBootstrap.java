package nightshift.transforms.trust;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Resamples series of days in blocks of random length, so that what depends on the days before
 * still does: a block begins on any day, goes on with the next day with probability {@code 1 -
 * 1/L}, and around the end (Politis and Romano, The Stationary Bootstrap, 1994). All series are
 * resampled by the same days, which keeps how they depend on each other.
 *
 * @param days how many each series has, at least 1
 * @param blockLength L, mean length of a block in days, at least 1
 * @param resamples how many there are
 * @param seed of the random stream
 */
record StationaryBootstrap(int days, double blockLength, int resamples, long seed) {

  StationaryBootstrap {
    if (days < 1 || resamples < 1 || !(blockLength >= 1)) {
      throw new IllegalArgumentException(
          "days, resamples and block length must be at least 1, got "
              + days
              + ", "
              + resamples
              + ", "
              + blockLength);
    }
  }

  /** The means of each series in each resample, {@code [series][resample]}. */
  double[][] means(double[][] series) {
    double[][] sums = new double[series.length][];
    Arrays.setAll(sums, i -> sumsUpTo(series[i]));
    double[][] means = new double[series.length][resamples];
    SplittableRandom random = new SplittableRandom(seed);
    for (int resample = 0; resample < resamples; resample++) {
      for (int left = days; left > 0; ) {
        int from = random.nextInt(days);
        int length = Math.min(left, length(random));
        for (int i = 0; i < series.length; i++) {
          means[i][resample] += sums[i][from + length] - sums[i][from];
        }
        left -= length;
      }
      for (double[] own : means) {
        own[resample] /= days;
      }
    }
    return means;
  }

  /** A geometric length, at most the days there are. */
  private int length(SplittableRandom random) {
    if (blockLength == 1) {
      return 1;
    }
    double more = StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - 1 / blockLength);
    return more < days ? 1 + (int) more : days;
  }

  /** Sums of the first values of the series and of its repetition: blocks go around the end. */
  private double[] sumsUpTo(double[] series) {
    if (series.length != days) {
      throw new IllegalArgumentException("a series of " + days + " days has " + series.length);
    }
    double[] sums = new double[2 * days + 1];
    for (int i = 0; i < 2 * days; i++) {
      sums[i + 1] = sums[i] + series[i % days];
    }
    return sums;
  }
}
