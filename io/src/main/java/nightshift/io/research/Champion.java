package nightshift.io.research;

/**
 * A row of the view {@code champions}; numbers that are NULL there are NaN here.
 *
 * @param fold the test year
 * @param params JSON
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
