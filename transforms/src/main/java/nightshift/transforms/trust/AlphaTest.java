package nightshift.transforms.trust;

import java.util.Arrays;

/** One-sided tests of alpha against 0 by the stationary bootstrap. */
final class AlphaTest {
  private AlphaTest() {}

  /**
   * For each model by itself: how probable so much alpha is when there is none.
   *
   * @param means of each model's own returns in each resample
   */
  static double[] single(MarketModel[] models, double[][] means) {
    double[] p = new double[models.length];
    Arrays.setAll(
        p,
        k -> {
          double alpha = models[k].alpha();
          return SuperiorAbility.share(
              Arrays.stream(means[k]).map(mean -> mean - alpha).toArray(), alpha);
        });
    return p;
  }

  /**
   * For each model as one of all: how probable it is that any of them has so much alpha, each in
   * its own standard errors, when none has any (Westfall and Young, Resampling-Based Multiple
   * Testing, 1993, the single-step maximum).
   */
  static double[] family(MarketModel[] models, double[][] means, double blockLength) {
    double[] errors = new double[models.length];
    Arrays.setAll(
        errors, k -> SuperiorAbility.longRunDeviation(models[k].ownReturns(), blockLength));
    double[] luckiest = new double[means[0].length];
    Arrays.fill(luckiest, Double.NEGATIVE_INFINITY);
    for (int k = 0; k < models.length; k++) {
      for (int b = 0; b < luckiest.length && errors[k] > 0; b++) {
        luckiest[b] = Math.max(luckiest[b], (means[k][b] - models[k].alpha()) / errors[k]);
      }
    }
    double[] p = new double[models.length];
    Arrays.setAll(
        p, k -> errors[k] > 0 ? SuperiorAbility.share(luckiest, models[k].alpha() / errors[k]) : 1);
    return p;
  }
}
