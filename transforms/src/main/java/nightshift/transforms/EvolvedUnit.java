package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.io.research.QuarantineRow;
import nightshift.io.research.UnitRows;

/**
 * What came of the search of a unit.
 *
 * @param best the best candidates, the best first, as indices of their values
 * @param generations how the population went on
 * @param trials every candidate that was evaluated
 * @param symbols how many symbols the panel had
 * @param setAside what could not be used of the prices
 * @param cause why the unit failed; empty if it did not
 */
public record EvolvedUnit(
    Unit unit,
    List<Best> best,
    List<UnitRows.Generation> generations,
    List<UnitRows.Trial> trials,
    int symbols,
    long barsEvaluated,
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
   */
  public record Best(List<Integer> indices, double objective, double sharpe, int trades)
      implements Serializable {}

  static EvolvedUnit failed(Unit unit, List<QuarantineRow> setAside, String cause) {
    return new EvolvedUnit(unit, List.of(), List.of(), List.of(), 0, 0, setAside, cause);
  }

  boolean isFailed() {
    return !cause.isEmpty();
  }
}
