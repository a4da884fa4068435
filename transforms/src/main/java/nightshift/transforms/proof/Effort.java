package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/** How much is tried. */
public enum Effort {
  /** A fraction of a second: enough for all but what shows very rarely. */
  SHORT(false, 3, 6),
  /** Some seconds. */
  THOROUGH(true, 10, 18);

  private final boolean everyExtreme;
  private final int drawn;
  private final int days;

  Effort(boolean everyExtreme, int drawn, int days) {
    this.everyExtreme = everyExtreme;
    this.drawn = drawn;
    this.days = days;
  }

  /**
   * The choices of parameters that are tried: the textbook's, all parameters at their lowest and at
   * their highest, for {@link #THOROUGH} each by itself too with the others as in the textbook, and
   * some at random, the same each time.
   */
  List<Values> choices(Strategy strategy) {
    List<Parameter> parameters = strategy.parameters();
    Set<Values> choices = new LinkedHashSet<>();
    Values textbook = Values.nearest(parameters, strategy.textbook());
    choices.add(textbook);
    choices.add(new Values(parameters, new int[parameters.size()]));
    choices.add(new Values(parameters, parameters.stream().mapToInt(p -> p.size() - 1).toArray()));
    if (everyExtreme) {
      for (Parameter parameter : parameters) {
        choices.add(textbook.with(parameter, 0));
        choices.add(textbook.with(parameter, parameter.size() - 1));
      }
    }
    Random random = new Random(strategy.name().hashCode());
    for (int i = 0; i < drawn; i++) {
      choices.add(
          new Values(
              parameters, parameters.stream().mapToInt(p -> random.nextInt(p.size())).toArray()));
    }
    return new ArrayList<>(choices);
  }

  /**
   * The days after which the future is rewritten, ascending: the first and the last that can be,
   * some at equal distances, and as many on which something was decided, for a look at the next day
   * shows on the day of the decision alone.
   */
  int[] days(Trial trial) {
    int first = trial.sample().window().from() - 1;
    int last = trial.sample().window().to() - 1;
    int[] chosen = new int[2 * days + 1];
    Random random = new Random(last);
    for (int i = 0; i <= days; i++) {
      chosen[i] = Math.max(0, first + (last - first) * i / days);
    }
    for (int i = 0; i < days; i++) {
      int[] decided = trial.known(i % trial.choices().size()).days();
      chosen[days + 1 + i] =
          decided.length == 0 ? chosen[i] : decided[random.nextInt(decided.length)];
    }
    return Arrays.stream(chosen).sorted().distinct().toArray();
  }
}
