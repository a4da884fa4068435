package nightshift.transforms.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;

/** Each way of looking ahead is found out, also when there is little time, with where it shows. */
class CheatersTest {

  private static void isCaught(Strategy cheater) {
    for (Effort effort : Effort.values()) {
      Optional<Finding> finding = new Proof(cheater, effort).firstFinding();
      assertThat(finding).as("%s", effort).isPresent();
      assertThat(finding.get().line())
          .startsWith("toy looks ahead: with {\"bars\":")
          .containsPattern("}, S1\\d\\d at the close of 200\\d-\\d\\d-\\d\\d, it wants ")
          .containsPattern("wants [01][.]\\d+, but [01][.]\\d+ when .* \\(made-up prices\\)$")
          .doesNotContain("\n");
    }
  }

  @Test
  void anHonestStrategyIsNot() {
    for (Effort effort : Effort.values()) {
      assertThat(new Proof(new Toy.Honest(), effort).onMadeUpPrices())
          .hasSize(8)
          .allMatch(Outcome::proven)
          .allMatch(Outcome::holds);
    }
  }

  @Test
  void theCloseOfTomorrow() {
    isCaught(
        new Toy() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return bars.close()[Math.min(t + 1, bars.length() - 1)] > bars.close()[t];
          }
        });
  }

  @Test
  void aCentredWindow() {
    isCaught(
        new Toy() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            int from = Math.max(0, t - n / 2);
            int to = Math.min(bars.length(), t + n / 2 + 1);
            return bars.close()[t] < mean(bars.close(), from, to);
          }
        });
  }

  @Test
  void aScaleThatIsTakenFromTheWholeSample() {
    isCaught(
        new Toy() {
          @Override
          public void positions(Block block, Values values, Targets targets) {
            for (Bars bars : block) {
              double mean = mean(bars.close(), 0, bars.length());
              double deviation = 0;
              for (int i = 0; i < bars.length(); i++) {
                deviation += Math.abs(bars.close()[i] - mean) / bars.length();
              }
              for (int t = bars.first(); t < bars.length(); t++) {
                double score = (bars.close()[t] - mean) / deviation;
                targets.set(bars, t, score < -0.1 * values.integer(BARS) ? 1 : 0);
              }
            }
          }

          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            throw new UnsupportedOperationException();
          }
        });
  }

  /** Each candidate alone looks at the past only; what it compares with came into a memo. */
  @Test
  void theLastCloseOfTheFoldInAMemoThatCandidatesShare() {
    isCaught(
        new Toy() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            double[] lasts =
                block.memo(
                    "levels",
                    b -> {
                      double[] levels = new double[b.size()];
                      b.forEach(
                          own ->
                              levels[own.index()] =
                                  own.length() == 0 ? 0 : own.close()[own.length() - 1]);
                      return levels;
                    });
            return bars.close()[t] < lasts[bars.index()];
          }
        });
  }

  /** The end of the fold is no news that a trader has. */
  @Test
  void howLongTheCalendarIs() {
    isCaught(
        new Toy.Honest() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return bars.days()[t] < block.window().to() - n && super.isLong(block, bars, t, n);
          }
        });
  }

  /** Arrays are longer than what may be looked at: behind the training days lie the test days. */
  @Test
  void theBarsBehindTheWindow() {
    isCaught(
        new Toy() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            return bars.close()[t] < bars.close()[bars.close().length - 1];
          }
        });
  }

  /** Who is still listed at the end was a good buy. */
  @Test
  void whoSurvives() {
    isCaught(
        new Toy.Honest() {
          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            boolean survives = bars.barFrom(block.window().to() - 1) < bars.length();
            return survives && super.isLong(block, bars, t, n);
          }
        });
  }

  /** The colour of tomorrow's candle; other prices of the same colour would not show it. */
  @Test
  void theColourOfTomorrowsCandle() {
    isCaught(
        new Toy() {
          @Override
          public Set<Column> columns() {
            return Set.of(Column.OPEN, Column.CLOSE);
          }

          @Override
          boolean isLong(Block block, Bars bars, int t, int n) {
            int next = Math.min(t + 1, bars.length() - 1);
            return bars.close()[next] > bars.open()[next];
          }
        });
  }

  private abstract static class PanelToy extends Toy.Honest {
    @Override
    public Scope scope() {
      return Scope.PANEL;
    }
  }

  /** How many symbols there will once have been. */
  @Test
  void howManySymbolsWillBeListed() {
    isCaught(
        new PanelToy() {
          @Override
          double weight(Block block) {
            return 1.0 / block.size();
          }
        });
  }

  /** Ranks by what comes, once a month. */
  @Test
  void aRankingByTheMonthToCome() {
    isCaught(
        new PanelToy() {
          @Override
          public void positions(Block block, Values values, Targets targets) {
            for (int day = block.window().from() - 1; day < block.window().to(); day += 21) {
              Bars best = null;
              double most = Double.NEGATIVE_INFINITY;
              for (Bars bars : block) {
                int t = bars.barAt(day);
                int next = Math.min(t + 21, bars.length() - 1);
                double gain = t < bars.first() ? most : bars.close()[next] / bars.close()[t];
                if (gain > most) {
                  most = gain;
                  best = bars;
                }
              }
              for (Bars bars : block) {
                int t = bars.barFrom(day);
                if (t < bars.length()) {
                  targets.set(bars, t, bars == best ? 1 : 0);
                }
              }
            }
          }
        });
  }
}
