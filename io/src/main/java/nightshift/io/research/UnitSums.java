package nightshift.io.research;

/**
 * What units took together.
 *
 * @param units how many there are
 * @param evaluations backtests
 * @param barsEvaluated candidates x bars of those
 */
public record UnitSums(int units, long evaluations, long barsEvaluated) {}
