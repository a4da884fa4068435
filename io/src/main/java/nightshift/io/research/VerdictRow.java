package nightshift.io.research;

/**
 * A row of {@code verdicts}, as it is described there; NaN is written as NULL.
 *
 * @param folds how many folds have a champion
 */
public record VerdictRow(
    String strategy,
    int fold,
    String params,
    String verdict,
    String reason,
    int folds,
    Stitched stitched,
    double minTrackRecord,
    double isSharpe,
    double efficiency,
    double dsr,
    long trials,
    double pbo,
    Alpha alpha,
    Family family) {

  /** The unseen days of all folds. */
  public record Stitched(
      int days, double sharpe, double totalReturn, double cagr, double maxDrawdown, double psr) {}

  /** Against buy and hold; alpha is a year's. */
  public record Alpha(double alpha, double beta, double p, double familyP) {}

  /** All champions of the run together. */
  public record Family(
      double benchmarkSharpe, double realityCheckP, double spaP, double blockLength) {}
}
