package nightshift.transforms.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rule, as docs/trust.md has it. */
class VerdictTest {
  private static final double NAN = Double.NaN;

  private static Verdict verdict(
      int days, double sharpe, double psr, double dsr, double pbo, double efficiency, double p) {
    return Verdict.of(
        new Figures(
            days,
            sharpe,
            0.2,
            0.1,
            -0.1,
            psr,
            411.2,
            2,
            efficiency,
            dsr,
            5123,
            pbo,
            0.08,
            0.4,
            p,
            p));
  }

  private static Verdict.Label label(
      double sharpe, double psr, double dsr, double pbo, double efficiency, double p) {
    return verdict(500, sharpe, psr, dsr, pbo, efficiency, p).label();
  }

  @Test
  void robustNeedsEverything() {
    assertThat(label(1, 0.95, 0.95, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.ROBUST);
    assertThat(label(1, 0.94, 0.95, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.94, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.95, 0.50, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.95, 0.49, 0.5, 0.06)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, NAN, 0.95, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, NAN, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.95, NAN, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.95, 0.49, 0.5, NAN)).isEqualTo(Verdict.Label.DOUBTFUL);
  }

  @Test
  void oneSignOfLuckIsEnough() {
    assertThat(label(0, 0.95, 0.95, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.OVERFIT);
    assertThat(label(1, 0.94, 0.49, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.OVERFIT);
    assertThat(label(1, NAN, 0.49, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.OVERFIT);
    assertThat(label(1, 0.95, 0.49, 0.49, 0.5, 0.05)).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(label(1, 0.95, 0.95, 0.50, 0.49, 0.05)).isEqualTo(Verdict.Label.OVERFIT);
    assertThat(label(1, 0.95, 0.95, 0.49, 0.49, 0.05)).isEqualTo(Verdict.Label.ROBUST);
    assertThat(label(NAN, NAN, NAN, NAN, NAN, NAN)).isEqualTo(Verdict.Label.DOUBTFUL);
  }

  @Test
  void tooFewDaysSayNothing() {
    assertThat(verdict(125, 1, 0.99, 0.99, 0.1, 0.9, 0.01))
        .isEqualTo(new Verdict(Verdict.Label.DOUBTFUL, "only 125 unseen days, fewer than 126"));
    assertThat(verdict(125, -1, 0.01, 0.1, 0.9, -1, 0.9).label()).isEqualTo(Verdict.Label.DOUBTFUL);
    assertThat(verdict(126, 1, 0.99, 0.99, 0.1, 0.9, 0.01).label()).isEqualTo(Verdict.Label.ROBUST);
  }

  @Test
  void theReasonIsInWords() {
    assertThat(verdict(500, 1, 0.96, 0.97, 0.1, 0.9, 0.01).reason())
        .isEqualTo(
            "Sharpe ratio 1.00 on 500 unseen days (PSR 0.96), DSR 0.97 after 5,123 candidates,"
                + " PBO 0.10, alpha 8.0 % a year (p 0.010)");
    assertThat(verdict(500, -1, 0.1, 0.2, 0.9, -0.5, 0.7).reason())
        .isEqualTo(
            "Sharpe ratio -1.00 on 500 unseen days; DSR 0.20: the best of 5,123 worthless candidates"
                + " would look better; PBO 0.90, and Sharpe ratio -1.00 on unseen days of 2.00 in"
                + " training");
    assertThat(verdict(300, 1, 0.9, 0.8, 0.6, 0.9, 0.2).reason())
        .isEqualTo(
            "PSR 0.90 of 300 unseen days, 412 such days would do; DSR 0.80 after 5,123 candidates;"
                + " PBO 0.60; alpha 8.0 % a year with p 0.200");
    assertThat(verdict(300, 1, NAN, NAN, NAN, NAN, NAN).reason())
        .isEqualTo("PSR unknown; DSR unknown; PBO unknown; alpha unknown");
  }
}
