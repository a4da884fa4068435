package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Decisions.Change;
import nightshift.transforms.strategy.Strategy.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every strategy on the class path, whatever its rules. */
class StrategyRulesTest {
  private static final int DAYS = 1200;
  private static final Window WINDOW = new Window(620, DAYS);

  static Stream<Strategy> strategies() {
    return Strategies.all().stream();
  }

  /** The textbook's choice, the longest, and some at random. */
  private static List<Values> choices(Strategy strategy) {
    List<Parameter> parameters = strategy.parameters();
    Random random = new Random(strategy.name().hashCode());
    List<Values> choices = new ArrayList<>();
    choices.add(Values.nearest(parameters, strategy.textbook()));
    choices.add(new Values(parameters, parameters.stream().mapToInt(p -> p.size() - 1).toArray()));
    for (int i = 0; i < 6; i++) {
      int[] indices = parameters.stream().mapToInt(p -> random.nextInt(p.size())).toArray();
      choices.add(new Values(parameters, indices));
    }
    return choices;
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void tradesOnARandomWalk(Strategy strategy) {
    Panel panel = RandomPrices.whole(1, 40, DAYS);
    Values textbook = Values.nearest(strategy.parameters(), strategy.textbook());
    long changes =
        Decisions.of(strategy, panel, WINDOW, textbook).stream().mapToLong(List::size).sum();
    assertThat(changes).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void textbookIsOneOfTheChoices(Strategy strategy) {
    for (int i = 0; i < strategy.parameters().size(); i++) {
      Parameter parameter = strategy.parameters().get(i);
      double value = strategy.textbook()[i];
      assertThat(parameter.value(parameter.nearest(value))).as(parameter.name()).isEqualTo(value);
    }
  }

  /** What stands for a choice gives the same positions, and stands for itself. */
  @ParameterizedTest
  @MethodSource("strategies")
  void decidesTheSameForTheChoiceThatStandsForOthers(Strategy strategy) {
    Panel panel = RandomPrices.withGaps(10, 8, DAYS);
    Random random = new Random(11);
    List<Parameter> parameters = strategy.parameters();
    for (int i = 0; i < 20; i++) {
      int[] indices = parameters.stream().mapToInt(p -> random.nextInt(p.size())).toArray();
      Values values = new Values(parameters, indices);
      Values canonical = strategy.canonical(values);
      assertThat(strategy.canonical(canonical)).isEqualTo(canonical);
      assertThat(Decisions.of(strategy, panel, WINDOW, canonical))
          .as("%s stands for %s", canonical, values)
          .isEqualTo(Decisions.of(strategy, panel, WINDOW, values));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void doesNotLookAhead(Strategy strategy) {
    Panel panel = RandomPrices.withGaps(2, 24, DAYS);
    Random random = new Random(3);
    int changes = 0;
    for (Values values : choices(strategy)) {
      List<List<Change>> known = Decisions.of(strategy, panel, WINDOW, values);
      changes += known.stream().mapToInt(List::size).sum();
      for (int day : new int[] {619, 620, 745, 746, 747, 871, 955, 1197}) {
        Panel changed =
            Prices.changedAfter(panel, day, v -> v * Math.exp(random.nextGaussian() / 3));
        assertThat(upTo(day, Decisions.of(strategy, changed, WINDOW, values)))
            .as("%s, prices changed after day %s", values, day)
            .isEqualTo(upTo(day, known));
        Panel cut = Prices.between(panel, 0, day + 1);
        assertThat(Decisions.of(strategy, cut, new Window(620, Math.max(620, day + 1)), values))
            .as("%s, prices cut off after day %s", values, day)
            .isEqualTo(upTo(day, known));
      }
    }
    assertThat(changes).as("decisions to look at").isGreaterThan(100);
  }

  private static List<List<Change>> upTo(int day, List<List<Change>> symbols) {
    return symbols.stream()
        .map(changes -> changes.stream().filter(change -> change.day() <= day).toList())
        .toList();
  }

  /** The first decision is made on the day before the window, which counts among the warm-up. */
  @ParameterizedTest
  @MethodSource("strategies")
  void needsNoMoreHistoryThanItsWarmUp(Strategy strategy) {
    Panel panel = RandomPrices.whole(4, 24, DAYS);
    int skipped = WINDOW.from() - strategy.warmUp();
    Panel shorter = Prices.between(panel, skipped, DAYS);
    Window window = new Window(WINDOW.from() - skipped, DAYS - skipped);
    for (Values values : choices(strategy)) {
      List<List<Change>> shorterOnes = Decisions.of(strategy, shorter, window, values);
      assertThat(later(skipped, shorterOnes))
          .as(values.toString())
          .isEqualTo(rounded(Decisions.of(strategy, panel, WINDOW, values)));
    }
  }

  private static List<List<Change>> later(int days, List<List<Change>> symbols) {
    return rounded(
        symbols.stream()
            .map(c -> c.stream().map(x -> new Change(x.day() + days, x.weight())).toList())
            .toList());
  }

  /** Volatility is summed in another order, which may show in a weight's last digits. */
  private static List<List<Change>> rounded(List<List<Change>> symbols) {
    return symbols.stream()
        .map(c -> c.stream().map(x -> new Change(x.day(), (float) x.weight())).toList())
        .toList();
  }

  /** Symbols without a bar on a day cannot be traded, and keep what they have until their next. */
  @ParameterizedTest
  @MethodSource("strategies")
  void keepsTheWeightsOfAPanelWithinTheCapital(Strategy strategy) {
    if (strategy.scope() == Scope.SYMBOL) {
      return;
    }
    Panel panel = RandomPrices.withGaps(5, 24, DAYS);
    for (Values values : choices(strategy)) {
      Block block = Block.of(panel, WINDOW);
      Targets targets = new Targets();
      targets.reset(block.size());
      strategy.positions(block, values, targets);
      for (int day = WINDOW.from(); day < DAYS; day++) {
        double sum = 0;
        for (Bars bars : block) {
          int t = bars.barAt(day);
          if (t >= bars.first() && bars.days()[t] == day) {
            sum += Math.abs(targets.at(bars.index(), t));
          }
        }
        assertThat(sum).as("%s, day %s", values, day).isLessThanOrEqualTo(1 + 1e-12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void givesTheSameInBlocksOfAnySize(Strategy strategy) {
    if (strategy.scope() == Scope.PANEL) {
      return;
    }
    Panel panel = RandomPrices.withGaps(6, 10, DAYS);
    for (Values values : choices(strategy)) {
      List<List<Change>> whole = Decisions.of(strategy, panel, WINDOW, values);
      for (int size : new int[] {1, 3, 7}) {
        List<List<Change>> parts = new ArrayList<>();
        for (int from = 0; from < 10; from += size) {
          Block block = Block.of(panel, WINDOW, from, Math.min(10, from + size));
          parts.addAll(Decisions.of(strategy, block, values));
        }
        assertThat(parts).as("%s in blocks of %s", values, size).isEqualTo(whole);
      }
    }
  }

  /**
   * One block serves a whole generation: what one candidate asked for must not show in the next.
   */
  @ParameterizedTest
  @MethodSource("strategies")
  void givesTheSameForACandidateAloneOrAfterOthers(Strategy strategy) {
    Panel panel = RandomPrices.withGaps(7, 24, DAYS);
    Block shared = Block.of(panel, WINDOW);
    for (Values values : choices(strategy)) {
      assertThat(Decisions.of(strategy, shared, values))
          .isEqualTo(Decisions.of(strategy, Block.of(panel, WINDOW), values));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void looksAtNoColumnThatItDoesNotDeclare(Strategy strategy) {
    Panel panel = RandomPrices.whole(8, 12, DAYS);
    Panel declared = Prices.only(panel, strategy.columns());
    Values textbook = Values.nearest(strategy.parameters(), strategy.textbook());
    assertThat(Decisions.of(strategy, declared, WINDOW, textbook))
        .isEqualTo(Decisions.of(strategy, panel, WINDOW, textbook));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void bearsWindowsWithoutHistoryAndSymbolsWithoutBars(Strategy strategy) {
    Panel panel = RandomPrices.withGaps(9, 8, 300);
    for (Values values : choices(strategy)) {
      for (Window window :
          List.of(new Window(0, 300), new Window(0, 1), new Window(290, 300), new Window(5, 5))) {
        assertThat(Decisions.of(strategy, panel, window, values)).hasSize(8);
      }
      Panel empty = Prices.between(panel, 300, 300);
      assertThat(Decisions.of(strategy, empty, new Window(0, 0), values)).hasSize(8);
    }
  }
}
