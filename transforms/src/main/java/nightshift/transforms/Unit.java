package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.io.research.UnitKey;
import nightshift.io.research.WarmStart;
import nightshift.transforms.walkforward.Fold;

/**
 * One unit of work: one population of one strategy on one fold.
 *
 * @param fold the fold, with the symbols that have bars in it
 * @param strategy name of the strategy
 * @param island number of the population, from 0
 */
public record Unit(FoldSymbols fold, String strategy, int island) implements Serializable {

  /**
   * The seed of this unit's own random stream, derived from the run's seed and from which unit this
   * is, so that it is the same wherever and whenever the unit is worked on.
   */
  public long seed(long runSeed) {
    return Seed.of(runSeed, strategy + "/" + fold.fold().year() + "/" + island);
  }

  /**
   * Those of a warm start that this unit's search takes in. They go to the first island alone: the
   * others search by themselves, or they would all end at the same place.
   */
  List<String> seeds(WarmStart start) {
    return island > 0
        ? List.of()
        : start.seeds().stream()
            .filter(s -> s.strategy().equals(strategy) && s.fold() == fold.fold().year())
            .map(WarmStart.Seed::params)
            .toList();
  }

  /** By what the ledger knows this unit. */
  public UnitKey key() {
    return new UnitKey(strategy, fold.fold().year(), island);
  }

  /** For messages: {@code sma_cross, fold 2017, island 0}. */
  @Override
  public String toString() {
    Fold dates = fold.fold();
    return strategy + ", fold " + dates.year() + ", island " + island;
  }
}
