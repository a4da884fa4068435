package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy.Scope;

/**
 * A strategy of {@link Scope#SYMBOL} decides for each symbol by itself: in blocks of any size, with
 * any other symbols beside it, it wants the same.
 */
final class OtherSymbols implements Check {
  private static final int[] SIZES = {1, 3, 7};

  @Override
  public String name() {
    return "other symbols";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    if (trials.get(0).strategy().scope() == Scope.PANEL) {
      return "it ranks or pairs them";
    }
    for (Trial trial : trials) {
      for (int size : SIZES) {
        trial.requireSame(
            inBlocks(trial, size),
            Integer.MAX_VALUE,
            "looks at other symbols, which scope() does not say",
            "in blocks of " + size);
      }
    }
    return "blocks of 1, 3 and 7 symbols give the same as all together";
  }

  private static List<Positions> inBlocks(Trial trial, int size) {
    Sample sample = trial.sample();
    Window window = sample.window();
    List<List<Positions>> parts = new ArrayList<>();
    for (int from = 0; from < sample.panel().size(); from += size) {
      int to = Math.min(from + size, sample.panel().size());
      Block block = Block.of(sample.panel(), window, from, to);
      parts.add(Positions.of(trial.strategy(), block, trial.choices()));
    }
    List<Positions> all = new ArrayList<>();
    for (int i = 0; i < trial.choices().size(); i++) {
      int choice = i;
      all.add(Positions.together(parts.stream().map(part -> part.get(choice)).toList()));
    }
    return all;
  }
}
