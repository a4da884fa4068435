package nightshift.transforms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import nightshift.io.research.Judge;
import nightshift.io.research.RunEvidence;
import nightshift.io.research.RunEvidence.Candidate;
import nightshift.io.research.RunEvidence.Series;
import nightshift.io.research.VerdictRow;
import nightshift.transforms.backtest.BuyAndHold;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.SharpeStatistics;
import nightshift.transforms.trust.Assessment;
import nightshift.transforms.trust.Contender;
import nightshift.transforms.trust.DailySeries;
import nightshift.transforms.trust.Figures;
import nightshift.transforms.trust.Verdict;

/**
 * Judges the champions of a run from its rows in the database, once all units are there: deflates
 * every candidate's Sharpe ratio in sample by what was tried, and gives a verdict on each strategy
 * that has a champion in the latest fold.
 */
public final class JudgeChampions implements Judge {
  private static final int TRADING_DAYS = Metrics.TRADING_DAYS;

  private final double riskFree;
  private final long seed;

  public JudgeChampions(Search search) {
    this.riskFree = search.riskFree();
    this.seed = Seed.of(search.seed(), "bootstrap");
  }

  @Override
  public Judgement judge(RunEvidence evidence) {
    return new Judgement(
        evidence.candidates().stream().map(c -> new Deflated(c, dsr(c))).toList(),
        verdicts(evidence));
  }

  private static double dsr(Candidate c) {
    return SharpeStatistics.dsr(
        c.isSharpe() / Math.sqrt(TRADING_DAYS),
        c.isDays(),
        c.isSkew(),
        c.isKurtosis(),
        c.trials().sharpeVariance() / TRADING_DAYS,
        c.trials().distinct());
  }

  private List<VerdictRow> verdicts(RunEvidence evidence) {
    List<List<Candidate>> champions = champions(evidence.candidates());
    DailySeries benchmark =
        DailySeries.stitch(
            evidence.series().stream()
                .filter(series -> series.strategy().equals(BuyAndHold.NAME))
                .map(JudgeChampions::daily)
                .toList());
    Assessment assessment =
        Assessment.of(
            champions.stream().map(folds -> contender(folds, evidence.series())).toList(),
            benchmark,
            riskFree,
            seed);
    List<VerdictRow> rows = new ArrayList<>();
    for (int i = 0; i < champions.size(); i++) {
      rows.add(row(champions.get(i), assessment.figures().get(i), assessment));
    }
    return rows;
  }

  /** For each strategy with a champion in its latest fold, those of all folds, the latest last. */
  private static List<List<Candidate>> champions(List<Candidate> candidates) {
    Map<String, List<Candidate>> byStrategy =
        candidates.stream()
            .collect(Collectors.groupingBy(Candidate::strategy, TreeMap::new, Collectors.toList()));
    List<List<Candidate>> champions = new ArrayList<>();
    for (List<Candidate> own : byStrategy.values()) {
      int latest = own.stream().mapToInt(Candidate::fold).max().orElseThrow();
      List<Candidate> best =
          own.stream()
              .filter(c -> c.rank() == 1 && !Double.isNaN(c.objective()))
              .sorted(Comparator.comparingInt(Candidate::fold))
              .toList();
      if (!best.isEmpty() && best.get(best.size() - 1).fold() == latest) {
        champions.add(best);
      }
    }
    return champions;
  }

  private static Contender contender(List<Candidate> folds, List<Series> all) {
    Candidate latest = folds.get(folds.size() - 1);
    return new Contender(
        DailySeries.stitch(folds.stream().map(champion -> unseen(champion, all)).toList()),
        folds.stream().mapToDouble(Candidate::isSharpe).average().orElseThrow(),
        dsr(latest),
        latest.trials().distinct(),
        median(folds.stream().mapToDouble(Candidate::pbo)));
  }

  private static DailySeries unseen(Candidate champion, List<Series> all) {
    return all.stream()
        .filter(
            series ->
                series.strategy().equals(champion.strategy())
                    && series.fold() == champion.fold()
                    && series.params().equals(champion.params()))
        .findFirst()
        .map(JudgeChampions::daily)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no daily returns of " + champion.strategy() + ", fold " + champion.fold()));
  }

  private static DailySeries daily(Series series) {
    return new DailySeries(series.days(), series.returns());
  }

  /** Of those that are known; NaN when none is. */
  private static double median(DoubleStream values) {
    double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static VerdictRow row(List<Candidate> folds, Figures f, Assessment all) {
    Candidate latest = folds.get(folds.size() - 1);
    Verdict verdict = Verdict.of(f);
    return new VerdictRow(
        latest.strategy(),
        latest.fold(),
        latest.params(),
        verdict.label().text(),
        verdict.reason(),
        folds.size(),
        new VerdictRow.Stitched(
            f.days(), f.sharpe(), f.totalReturn(), f.cagr(), f.maxDrawdown(), f.psr()),
        f.minTrackRecord(),
        f.inSampleSharpe(),
        f.efficiency(),
        f.dsr(),
        f.trials(),
        f.pbo(),
        new VerdictRow.Alpha(f.alpha(), f.beta(), f.alphaP(), f.familyAlphaP()),
        new VerdictRow.Family(
            all.benchmarkSharpe(), all.realityCheck(), all.spa(), all.blockLength()));
  }
}
