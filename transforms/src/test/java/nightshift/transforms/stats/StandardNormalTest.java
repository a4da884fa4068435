package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class StandardNormalTest {
  private static final NormalDistribution ORACLE = NormalDistribution.of(0, 1);

  /** The library divides by a root of two before it squares, which shows far out. */
  @Test
  void probabilitiesAreThoseOfTheLibrary() {
    for (double x = -8; x <= 37; x += 0.0009765625) {
      assertThat(StandardNormal.above(x))
          .as("above %s", x)
          .isCloseTo(ORACLE.survivalProbability(x), withinPercentage(x < 8 ? 1e-11 : 1e-10));
      assertThat(StandardNormal.below(-x)).isEqualTo(StandardNormal.above(x));
    }
  }

  @Test
  void valuesAreThoseOfTheLibrary() {
    for (double p = 1e-300; p < 1; p = p < 0.01 ? p * 1.07 : p + 0.0009765625) {
      double expected = ORACLE.inverseSurvivalProbability(p);
      assertThat(StandardNormal.exceededWith(p))
          .as("exceeded with %s", p)
          .isCloseTo(expected, within(Math.max(1e-14, Math.abs(expected) * 1e-13)));
    }
  }

  @Test
  void theEndsAreWhatTheyMustBe() {
    assertThat(StandardNormal.above(0)).isEqualTo(0.5);
    assertThat(StandardNormal.above(40)).isZero();
    assertThat(StandardNormal.above(Double.POSITIVE_INFINITY)).isZero();
    assertThat(StandardNormal.above(Double.NEGATIVE_INFINITY)).isEqualTo(1);
    assertThat(StandardNormal.above(Double.NaN)).isNaN();
    assertThat(StandardNormal.exceededWith(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StandardNormal.exceededWith(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.exceededWith(0.5)).isZero();
    assertThatThrownBy(() -> StandardNormal.exceededWith(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> StandardNormal.exceededWith(Double.NaN)).hasMessageContaining("NaN");
  }

  /** The bits themselves, which must be the same wherever this runs. */
  @Test
  void theBitsAreTheSameEverywhere() {
    assertThat(Double.toHexString(StandardNormal.above(1.0))).isEqualTo("0x1.44ed0bb7cb20ap-3");
    assertThat(Double.toHexString(StandardNormal.above(2.5))).isEqualTo("0x1.96f4e57e49ce5p-8");
    assertThat(Double.toHexString(StandardNormal.exceededWith(0.001)))
        .isEqualTo("0x1.8b8cbb7204471p1");
  }
}
