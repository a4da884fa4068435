package nightshift.transforms;

import java.util.List;
import nightshift.transforms.evolve.Ladder;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/** A ladder whose backtests and their statistics count as {@link Stage#KERNELS}. */
record TimedLadder(Ladder ladder) implements Ladder {

  @Override
  public int rungs() {
    return ladder.rungs();
  }

  @Override
  public double share(int rung) {
    return ladder.share(rung);
  }

  @Override
  public List<Score> score(int rung, List<Values> candidates) {
    return Stage.KERNELS.time(() -> ladder.score(rung, candidates));
  }
}
