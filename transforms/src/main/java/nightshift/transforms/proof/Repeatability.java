package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nightshift.transforms.strategy.Values;

/**
 * The same prices and parameters give the same positions to the bit: a second time, alone and after
 * other candidates in any order (which share a block and its memo), and from several threads that
 * use one instance at once.
 */
final class Repeatability implements Check {
  private static final String FAULT = "is not repeatable";
  private static final int THREADS = 3;

  @Override
  public String name() {
    return "repeatable";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    for (Trial trial : trials) {
      backwards(trial, "after other candidates");
      alone(trial);
      together(trial);
    }
    return "twice, alone, after others, and from " + THREADS + " threads";
  }

  private static void backwards(Trial trial, String circumstance) {
    List<Values> choices = new ArrayList<>(trial.choices());
    Collections.reverse(choices);
    List<Positions> now = new ArrayList<>(Positions.of(trial.strategy(), trial.sample(), choices));
    Collections.reverse(now);
    trial.requireSame(now, Integer.MAX_VALUE, FAULT, circumstance);
  }

  private static void alone(Trial trial) {
    for (int i = 0; i < trial.choices().size(); i++) {
      List<Values> choice = trial.choices().subList(i, i + 1);
      Positions now = Positions.of(trial.strategy(), trial.sample(), choice).get(0);
      trial.requireSame(i, now, Integer.MAX_VALUE, FAULT, "as the only candidate");
    }
  }

  private static void together(Trial trial) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<CompletableFuture<Void>> running =
          IntStream.range(0, THREADS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> backwards(trial, "while other threads use it too"), threads))
              .toList();
      running.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      threads.shutdown();
    }
  }
}
