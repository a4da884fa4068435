package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
  private static final double[] RETURNS = {0.1, -0.1, 0.2, 0};
  private static final double[] FLAT = {0, 0, 0, 0};

  @Test
  void eachIsItsFigure() {
    Metrics metrics = Metrics.of(RETURNS, new double[0], 0);
    assertThat(Objective.of("sharpe").value(RETURNS, 0)).isEqualTo(metrics.sharpe());
    assertThat(Objective.of("sortino").value(RETURNS, 0)).isEqualTo(metrics.sortino());
    assertThat(Objective.of("calmar").value(RETURNS, 0)).isEqualTo(metrics.calmar());
  }

  @Test
  void anUnknownOneIsRefusedWithWhatThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Objective.of("profit"))
        .withMessage("objective must be one of sharpe, sortino, calmar, got profit");
  }

  @Test
  void tooFewTradesOrNoValueDoNotQualify() {
    Objective sharpe = Objective.SHARPE;
    assertThat(sharpe.score(RETURNS, 10, 10, 0).qualified()).isTrue();
    assertThat(sharpe.score(RETURNS, 9, 10, 0).qualified()).isFalse();
    assertThat(sharpe.score(RETURNS, 9, 10, 0).value()).isEqualTo(Metrics.sharpe(RETURNS, 0));
    assertThat(sharpe.score(FLAT, 10, 10, 0).qualified()).isFalse();
    assertThat(sharpe.score(FLAT, 10, 10, 0).value()).isNaN();
  }

  @Test
  void scoresAreOrdered() {
    List<Score> worstFirst =
        List.of(
            new Score(Double.NaN, 0, false),
            new Score(Double.NaN, 3, false),
            new Score(-7, 3, false),
            new Score(9, 3, false),
            new Score(-8, 4, false),
            new Score(Double.NaN, 50, false),
            new Score(-9, 12, true),
            new Score(-9, 13, true),
            new Score(0.1, 10, true),
            new Score(0.2, 10, true));
    List<Score> scores = new ArrayList<>(worstFirst);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(scores, new Random(seed));
      Collections.sort(scores);
      assertThat(scores).isEqualTo(worstFirst);
    }
  }

  @Test
  void aScoreThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Score(Double.NaN, 10, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new Score(1, -1, false));
  }
}
