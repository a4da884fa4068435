package nightshift.transforms.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightshift.transforms.stats.EquityCurve;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Moments;
import nightshift.transforms.stats.SharpeStatistics;

/**
 * The champions of a run, judged together: they were all looked at, so the best of them has to be
 * better than the best of as many worthless ones.
 *
 * @param figures one for each contender, in their order
 * @param realityCheck p-value of all contenders against buy and hold, see {@link SuperiorAbility};
 *     NaN where there is nothing to test
 * @param spa the same by Hansen's test
 * @param benchmarkSharpe annualised, of buy and hold on the same days
 * @param blockLength mean length of the bootstrap's blocks, in days: the longest that any of the
 *     series asks for
 */
public record Assessment(
    List<Figures> figures,
    double realityCheck,
    double spa,
    double benchmarkSharpe,
    double blockLength) {
  /** How often the bootstrap resamples: p-values are good to 0.005 around 0.05. */
  public static final int RESAMPLES = 2000;

  /** The PSR that a track record has to reach to be long enough. */
  public static final double CONFIDENCE = 0.95;

  private static final int MIN_DAYS = 20;

  /**
   * Judges.
   *
   * @param benchmark buy and hold on the test days of all folds
   * @param riskFree what money earns a day without risk, as a fraction
   * @param seed of the bootstrap's random stream
   */
  public static Assessment of(
      List<Contender> contenders, DailySeries benchmark, double riskFree, long seed) {
    double[] market = benchmark.returns();
    double[][] returns =
        contenders.stream()
            .map(contender -> contender.unseen().on(benchmark.days()))
            .toArray(double[][]::new);
    MarketModel[] models =
        Arrays.stream(returns)
            .map(own -> MarketModel.of(own, market, riskFree))
            .toArray(MarketModel[]::new);
    if (contenders.isEmpty() || market.length < MIN_DAYS || Double.isNaN(models[0].beta())) {
      double[] unknown = new double[contenders.size()];
      Arrays.fill(unknown, Double.NaN);
      return new Assessment(
          figures(contenders, returns, models, unknown, unknown, riskFree),
          Double.NaN,
          Double.NaN,
          Metrics.sharpe(market, riskFree),
          Double.NaN);
    }
    double[][] gains = new double[returns.length][];
    double[][] own = new double[returns.length][];
    double blockLength = 1;
    for (int k = 0; k < returns.length; k++) {
      gains[k] = difference(returns[k], market);
      own[k] = models[k].ownReturns();
      blockLength = Math.max(blockLength, BlockLength.of(gains[k]));
      blockLength = Math.max(blockLength, BlockLength.of(own[k]));
    }
    StationaryBootstrap bootstrap =
        new StationaryBootstrap(market.length, blockLength, RESAMPLES, seed);
    double[][] means = bootstrap.means(concatenated(gains, own));
    double[][] gainMeans = Arrays.copyOf(means, returns.length);
    double[][] ownMeans = Arrays.copyOfRange(means, returns.length, means.length);
    SuperiorAbility family = SuperiorAbility.of(gains, gainMeans, bootstrap);
    return new Assessment(
        figures(
            contenders,
            returns,
            models,
            AlphaTest.single(models, ownMeans),
            AlphaTest.family(models, ownMeans, blockLength),
            riskFree),
        family.realityCheck(),
        family.spa(),
        Metrics.sharpe(market, riskFree),
        blockLength);
  }

  private static double[] difference(double[] returns, double[] market) {
    double[] gains = new double[returns.length];
    Arrays.setAll(gains, i -> returns[i] - market[i]);
    return gains;
  }

  private static double[][] concatenated(double[][] some, double[][] more) {
    double[][] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static List<Figures> figures(
      List<Contender> contenders,
      double[][] returns,
      MarketModel[] models,
      double[] alphaP,
      double[] familyAlphaP,
      double riskFree) {
    List<Figures> figures = new ArrayList<>();
    for (int k = 0; k < contenders.size(); k++) {
      Contender contender = contenders.get(k);
      EquityCurve equity = EquityCurve.of(returns[k]);
      Moments moments = Moments.of(returns[k]).less(riskFree);
      double sharpe = Metrics.sharpe(returns[k], riskFree);
      figures.add(
          new Figures(
              returns[k].length,
              sharpe,
              equity.totalReturn(),
              equity.cagr(),
              equity.maxDrawdown(),
              SharpeStatistics.psr(moments),
              SharpeStatistics.minTrackRecord(moments, CONFIDENCE),
              contender.inSampleSharpe(),
              contender.inSampleSharpe() > 0 ? sharpe / contender.inSampleSharpe() : Double.NaN,
              contender.dsr(),
              contender.trials(),
              contender.pbo(),
              models[k].alpha() * Metrics.TRADING_DAYS,
              models[k].beta(),
              alphaP[k],
              familyAlphaP[k]));
    }
    return figures;
  }
}
