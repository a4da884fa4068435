package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.io.research.QuarantineRow;
import nightshift.io.research.UnitRows;

/**
 * What came of the search of a unit.
 *
 * @param best the candidates to be validated, the best first, as indices of their values
 * @param generations how the population went on
 * @param trials every candidate that was evaluated
 * @param front what no other candidate dominates; empty with a single objective
 * @param symbols how many symbols the panel had
 * @param pbo probability of backtest overfitting, from the first generation; NaN where it is
 *     unknown
 * @param setAside what could not be used of the prices
 * @param cause why the unit failed; empty if it did not
 */
public record EvolvedUnit(
    Unit unit,
    List<Best> best,
    List<UnitRows.Generation> generations,
    List<UnitRows.Trial> trials,
    List<UnitRows.FrontValue> front,
    int symbols,
    long barsEvaluated,
    double pbo,
    List<QuarantineRow> setAside,
    String cause)
    implements Serializable {

  /**
   * A candidate that is worth being validated.
   *
   * @param indices of its values, one for each parameter
   * @param objective in sample; NaN where it is undefined or there are too few trades
   * @param sharpe annualised, in sample; NaN where it is undefined
   * @param trades in sample
   * @param shape how many days there are in sample, and how their returns are distributed
   */
  public record Best(
      List<Integer> indices, double objective, double sharpe, int trades, UnitRows.Shape shape)
      implements Serializable {}

  static EvolvedUnit failed(Unit unit, List<QuarantineRow> setAside, String cause) {
    return new EvolvedUnit(
        unit, List.of(), List.of(), List.of(), List.of(), 0, 0, Double.NaN, setAside, cause);
  }

  EvolvedUnit withPbo(double probability) {
    return new EvolvedUnit(
        unit,
        best,
        generations,
        trials,
        front,
        symbols,
        barsEvaluated,
        probability,
        setAside,
        cause);
  }

  boolean isFailed() {
    return !cause.isEmpty();
  }
}
