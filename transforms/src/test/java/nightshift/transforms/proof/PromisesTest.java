package nightshift.transforms.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;

/** What else a strategy promises, and how it is found out when it breaks that. */
class PromisesTest {

  private static List<String> lines(Strategy strategy) {
    return new Proof(strategy, Effort.THOROUGH)
        .onMadeUpPrices().stream()
            .flatMap(outcome -> outcome.finding().stream())
            .map(Finding::line)
            .toList();
  }

  private static String warmUp(Strategy strategy) {
    return new Proof(strategy, Effort.THOROUGH)
        .onMadeUpPrices().stream()
            .filter(outcome -> outcome.check().equals("warm-up"))
            .map(Outcome::measured)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theWarmUpThatIsNeededIsFoundToTheBar() {
    assertThat(warmUp(new Toy.Honest())).isEqualTo("declared 20 bars, needed 20");
  }

  @Test
  void moreThanIsNeededIsNoFault() {
    Strategy careful =
        new Toy.Honest() {
          @Override
          public int warmUp() {
            return 57;
          }
        };
    assertThat(warmUp(careful)).isEqualTo("declared 57 bars, needed 20");
  }

  @Test
  void aWarmUpThatIsTooShortIsAFault() {
    Strategy hasty =
        new Toy.Honest() {
          @Override
          public int warmUp() {
            return 19;
          }
        };
    assertThat(lines(hasty))
        .singleElement()
        .asString()
        .startsWith("toy declares a warm-up of 19 bars and needs 20: with {\"bars\":20}, S1")
        .contains(" at the close of ");
  }

  @Test
  void whatRemembersEverythingNeverSettles() {
    Strategy mean =
        new Toy() {
          @Override
          public void positions(Block block, Values values, Targets targets) {
            for (Bars bars : block) {
              double sum = 0;
              for (int t = 0; t < bars.length(); t++) {
                sum += bars.close()[t];
                double level = sum / (t + 1) * (1 + 0.01 * values.integer(BARS));
                if (t >= bars.first()) {
                  targets.set(bars, t, bars.close()[t] > level ? 1 : 0);
                }
              }
            }
          }

          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(lines(mean))
        .singleElement()
        .asString()
        .startsWith("toy declares a warm-up of 20 bars and never settles: ");
  }

  @Test
  void whatKeepsSomethingFromCallToCall() {
    AtomicInteger calls = new AtomicInteger();
    Strategy moody =
        new Toy.Honest() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return super.isLong(block, bars, t, n) && calls.incrementAndGet() % 1000 > 0;
          }
        };
    assertThat(lines(moody)).anyMatch(line -> line.startsWith("toy is not repeatable: "));
  }

  /** What a candidate leaves in the memo changes the next one. */
  @Test
  void whatLeavesSomethingForTheNextCandidate() {
    Strategy rival =
        new Toy.Honest() {
          @Override
          public void positions(Block block, Values values, Targets targets) {
            int first = block.memo("first", b -> values.integer(BARS));
            if (values.integer(BARS) >= first) {
              super.positions(block, values, targets);
            }
          }
        };
    assertThat(lines(rival)).anyMatch(line -> line.startsWith("toy is not repeatable: "));
  }

  @Test
  void aColumnThatIsNotDeclared() {
    Strategy nosy =
        new Toy.Honest() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return super.isLong(block, bars, t, n) && bars.volume()[t] > 20_000;
          }
        };
    assertThat(lines(nosy))
        .singleElement()
        .asString()
        .contains("toy fails: with ", "column VOLUME is not in the panel; declare it in columns()");
  }

  @Test
  void aSymbolsNeighbours() {
    Strategy social =
        new Toy.Honest() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            Bars other = block.get(0);
            int then = other.barAt(bars.days()[t]);
            return super.isLong(block, bars, t, n)
                && then > 0
                && other.close()[then] > other.close()[then - 1];
          }
        };
    assertThat(lines(social))
        .anyMatch(
            line -> line.startsWith("toy looks at other symbols, which scope() does not say: "));
  }

  @Test
  void moreThanTheCapital() {
    Strategy rich =
        new Toy.Honest() {
          @Override
          public Scope scope() {
            return Scope.PANEL;
          }

          @Override
          double weight(Block block) {
            return 0.25;
          }
        };
    assertThat(lines(rich))
        .singleElement()
        .asString()
        .startsWith("toy spends more than there is: with ")
        .contains("the absolute weights of all symbols sum to ");
  }

  @Test
  void aWeightAboveOne() {
    Strategy bold =
        new Toy.Honest() {
          @Override
          double weight(Block block) {
            return 1.5;
          }
        };
    assertThat(lines(bold))
        .singleElement()
        .asString()
        .contains("toy fails: with ", "weight must be -1 to 1, got 1.5");
  }

  @Test
  void aSymbolWithoutBars() {
    Strategy trusting =
        new Toy.Honest() {
          @Override
          public void positions(Block block, Values values, Targets targets) {
            block.forEach(bars -> targets.set(bars, bars.first(), 0));
            super.positions(block, values, targets);
            block.forEach(bars -> assertThat(bars.close()[bars.first()]).isPositive());
          }
        };
    assertThat(lines(trusting)).isNotEmpty().allMatch(line -> line.startsWith("toy fails: with "));
  }

  @Test
  void aChoiceThatStandsForOthersAndIsNot() {
    Strategy lumping =
        new Toy.Honest() {
          @Override
          public Values canonical(Values values) {
            return values.with(BARS, 0);
          }
        };
    assertThat(lines(lumping))
        .singleElement()
        .asString()
        .startsWith("toy takes different choices for equal ones: ");
  }

  @Test
  void whoDecidesNothingProvesNothing() {
    Strategy idle =
        new Toy() {
          @Override
          public Set<Column> columns() {
            return Set.of(Column.CLOSE, Column.VOLUME);
          }

          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return bars.volume()[t] > 1e12;
          }
        };
    List<Outcome> outcomes = new Proof(idle, Effort.SHORT).onMadeUpPrices();
    assertThat(outcomes).allMatch(Outcome::holds);
    assertThat(outcomes.get(0).proven()).isFalse();
    assertThat(outcomes.get(0).measured()).contains("decided nothing");
  }
}
