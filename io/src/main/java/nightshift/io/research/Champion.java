package nightshift.io.research;

/**
 * A row of the view {@code champions}; numbers that are NULL there are NaN here.
 *
 * @param fold the test year
 * @param params JSON
 * @param verdict {@code robust}, {@code doubtful} or {@code overfit}; empty when it was not judged
 * @param reason why
 * @param dsr deflated Sharpe ratio, in sample
 * @param pbo of its unit
 * @param stitchedSharpe on the unseen days of all folds
 * @param realityCheckP of all champions together, against buy and hold
 * @param spaP the same by Hansen's test
 */
public record Champion(
    String strategy,
    int fold,
    String params,
    double objective,
    double isSharpe,
    double oosSharpe,
    double oosCagr,
    double oosMaxDrawdown,
    int oosTrades,
    String verdict,
    String reason,
    double dsr,
    double pbo,
    double stitchedSharpe,
    double realityCheckP,
    double spaP,
    Beside beside) {

  /**
   * Sharpe ratios to look at beside the one out of sample; NaN where there is none.
   *
   * @param twiceTheCosts of the same days, at twice the costs
   * @param textbook of the same days, with the strategy's textbook parameters
   * @param buyAndHold of the same days
   * @param holdout of the days that nothing else has seen
   */
  public record Beside(double twiceTheCosts, double textbook, double buyAndHold, double holdout) {}
}
