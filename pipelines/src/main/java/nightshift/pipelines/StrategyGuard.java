package nightshift.pipelines;

import java.util.List;
import java.util.Optional;
import nightshift.transforms.proof.Effort;
import nightshift.transforms.proof.Finding;
import nightshift.transforms.proof.Proof;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.builtin.SmaCross;

/**
 * Lets no strategy into a run that breaks its promises on made-up prices. Those that come with the
 * project are proven by its tests; those of other jars are tried here, each in a fraction of a
 * second.
 */
final class StrategyGuard {
  private static final Package BUILT_IN = SmaCross.class.getPackage();

  private StrategyGuard() {}

  /**
   * @throws UsageException at the first strategy that looks ahead, or breaks another promise
   */
  static void admit(List<Strategy> strategies) {
    for (Strategy strategy : strategies) {
      if (!isBuiltIn(strategy)) {
        Optional<Finding> finding = new Proof(strategy, Effort.SHORT).firstFinding();
        if (finding.isPresent()) {
          throw new UsageException(
              finding.get().line()
                  + "; mend it or leave it out (nightshift check-strategy --strategies="
                  + strategy.name()
                  + " says more)");
        }
      }
    }
  }

  private static boolean isBuiltIn(Strategy strategy) {
    return strategy.getClass().getPackage().equals(BUILT_IN);
  }
}
