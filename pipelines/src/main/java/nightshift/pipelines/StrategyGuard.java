package nightshift.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final long PATIENCE_SECONDS = 120;
  private static final Package BUILT_IN = SmaCross.class.getPackage();

  private StrategyGuard() {}

  /**
   * @throws UsageException at the first strategy that looks ahead, or breaks another promise
   */
  static void admit(List<Strategy> strategies) {
    for (Strategy strategy : strategies) {
      if (!isBuiltIn(strategy)) {
        Optional<Finding> finding = firstFinding(strategy);
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

  /** In a thread of its own, as a strategy may loop for ever. */
  private static Optional<Finding> firstFinding(Strategy strategy) {
    FutureTask<Optional<Finding>> proof =
        new FutureTask<>(() -> new Proof(strategy, Effort.SHORT).firstFinding());
    Thread thread = new Thread(proof, "proof of " + strategy.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return proof.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new UsageException(
          strategy.name()
              + " has not decided on made-up prices within "
              + PATIENCE_SECONDS
              + " s: it may loop for ever; mend it or leave it out",
          e);
    } catch (ExecutionException e) {
      throw new UsageException(strategy.name() + " cannot be proven: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at the proof of " + strategy.name(), e);
    }
  }

  private static boolean isBuiltIn(Strategy strategy) {
    return strategy.getClass().getPackage().equals(BUILT_IN);
  }
}
