package nightshift.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void medianLeastAndMost() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3, 3));
    assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }

  @Test
  void differsWhenTheRangesDoNotMeet() {
    Spread base = Spread.of(List.of(100.0, 102.0, 104.0));
    assertThat(Spread.of(List.of(105.0, 106.0, 107.0)).differsFrom(base)).isTrue();
    assertThat(Spread.of(List.of(97.0, 98.0, 99.0)).differsFrom(base)).isTrue();
    assertThat(Spread.of(List.of(103.0, 106.0, 107.0)).differsFrom(base)).isFalse();
  }

  @Test
  void aLittleAndASingleFigureAreNoDifference() {
    Spread base = Spread.of(List.of(100.0, 100.1));
    assertThat(Spread.of(List.of(100.2, 100.3)).differsFrom(base)).isFalse();
    assertThat(Spread.of(List.of(200.0)).differsFrom(Spread.of(List.of(100.0)))).isFalse();
  }
}
