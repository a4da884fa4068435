package nightshift.io.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule with a series just inside, and one just outside of it. */
class SymbolGateTest {
  private static final int BAR = 100;

  private static List<String> rules(SymbolGate.Examined examined) {
    return examined.findings().stream().map(GateFinding::rule).toList();
  }

  /** The only finding, which must be about the bar. */
  private static GateFinding only(SymbolGate.Examined examined, Walk walk, String rule) {
    assertThat(rules(examined)).containsExactly(rule);
    GateFinding finding = examined.findings().get(0);
    assertThat(finding.day()).isEqualTo(walk.days[BAR]);
    return finding;
  }

  @Test
  void whatIsCleanIsLeftAsItIs() {
    Walk walk = Walk.calm();
    for (SymbolGate.Examined examined : List.of(walk.repaired(), walk.strict())) {
      assertThat(examined.findings()).isEmpty();
      assertThat(examined.setAside()).isFalse();
      assertThat(examined.bars().close()).isEqualTo(walk.close);
      assertThat(examined.bars().days()).isEqualTo(walk.days);
    }
  }

  @Test
  void offLooksAtNothing() {
    PriceSeries series = Walk.calm().set(BAR, 1e9).series();
    SymbolGate.Examined examined = SymbolGate.examine(series, 0, GateMode.OFF);
    assertThat(examined.findings()).isEmpty();
    assertThat(examined.bars()).isSameAs(series);
    assertThat(series.close()[BAR]).isEqualTo(1e9);
  }

  @Test
  void highAndLowBracketOpenAndClose() {
    Walk walk = Walk.calm();
    double top = Math.max(walk.open[BAR], walk.close[BAR]);
    walk.high[BAR] = top * (1 - 1e-7);
    assertThat(rules(walk.repaired())).isEmpty();
    walk.high[BAR] = top * (1 - 1e-5);
    SymbolGate.Examined repaired = walk.repaired();
    GateFinding finding = only(repaired, walk, "not_bracketed");
    assertThat(finding.action()).isEqualTo(GateAction.MENDED);
    assertThat(finding.value()).isCloseTo(1 + 1e-5, within(1e-9));
    assertThat(repaired.bars().high()[BAR]).isEqualTo(top);
    assertThat(repaired.bars().low()[BAR]).isEqualTo(walk.low[BAR]);

    SymbolGate.Examined strict = walk.strict();
    assertThat(only(strict, walk, "not_bracketed").action()).isEqualTo(GateAction.BARS_SET_ASIDE);
    assertThat(strict.bars().size()).isEqualTo(199);
  }

  @Test
  void highAndLowThatWereExchangedAreExchangedBack() {
    Walk walk = Walk.calm();
    double high = walk.high[BAR];
    walk.high[BAR] = walk.low[BAR];
    walk.low[BAR] = high;
    PriceSeries repaired = walk.repaired().bars();
    assertThat(repaired.high()[BAR]).isEqualTo(high);
    assertThat(repaired.low()[BAR]).isEqualTo(walk.high[BAR]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.26, 1 / 1.26})
  void aPrintThatIsOffAndComesBackIsSetAside(double factor) {
    Walk walk = Walk.calm();
    walk.set(BAR, walk.close[BAR - 1] * factor);
    for (SymbolGate.Examined examined : List.of(walk.repaired(), walk.strict())) {
      GateFinding finding = only(examined, walk, "price_spike");
      assertThat(finding.value()).isCloseTo(factor, within(1e-9));
      assertThat(finding.action()).isEqualTo(GateAction.BARS_SET_ASIDE);
      assertThat(examined.bars().days()).hasSize(199).doesNotContain(walk.days[BAR]);
    }
    walk.set(BAR, walk.close[BAR - 1] * (factor > 1 ? 1.24 : 1 / 1.24));
    assertThat(rules(walk.repaired())).isEmpty();
  }

  @Test
  void upToThreeBarsInARowAreASpike() {
    for (int bars = 1; bars <= 4; bars++) {
      Walk walk = Walk.calm();
      for (int i = 0; i < bars; i++) {
        walk.set(BAR + i, walk.close[BAR - 1] * 1.35);
      }
      SymbolGate.Examined repaired = walk.repaired();
      assertThat(rules(repaired)).isEqualTo(bars <= 3 ? List.of("price_spike") : List.of());
      assertThat(repaired.bars().size()).isEqualTo(bars <= 3 ? 200 - bars : 200);
    }
  }

  @Test
  void whatWasTradedOnTheWayIsNoMisprintUnlessItIsHuge() {
    Walk walk = Walk.calm();
    double before = walk.close[BAR - 1];
    walk.set(BAR, before * 1.5);
    walk.low[BAR] = before * 1.1;
    assertThat(rules(walk.repaired())).isEmpty();
    walk.low[BAR] = before * 1.3;
    assertThat(rules(walk.repaired())).containsExactly("price_spike");
    walk.set(BAR, before * 100);
    walk.low[BAR] = before;
    walk.open[BAR] = before;
    assertThat(rules(walk.repaired())).containsExactly("price_spike");
  }

  @Test
  void whatMovesALotMaySpike() {
    // Half of its moves are above 4 %: ten of them are 40 %.
    for (double factor : new double[] {1.4, 1.8}) {
      Walk walk = new Walk(200, 1, 0.08);
      walk.set(BAR, walk.close[BAR - 1] * factor);
      walk.set(BAR + 1, walk.close[BAR - 1]);
      assertThat(rules(walk.repaired())).hasSize(factor < 1.5 ? 0 : 1);
    }
  }

  @Test
  void anOpenAloneThatIsOffIsTakenOut() {
    Walk walk = Walk.calm();
    walk.close[BAR] = walk.close[BAR - 1];
    walk.low[BAR] = walk.close[BAR] * 0.99;
    walk.open[BAR] = walk.close[BAR] * 1.49;
    walk.high[BAR] = walk.open[BAR];
    assertThat(rules(walk.repaired())).isEmpty();
    walk.open[BAR] = walk.close[BAR] * 1.51;
    walk.high[BAR] = walk.open[BAR];
    SymbolGate.Examined repaired = walk.repaired();
    assertThat(only(repaired, walk, "open_spike").action()).isEqualTo(GateAction.MENDED);
    assertThat(repaired.bars().open()[BAR]).isNaN();
    assertThat(repaired.bars().high()[BAR]).isEqualTo(walk.close[BAR]);
    assertThat(repaired.bars().low()[BAR]).isEqualTo(walk.low[BAR]);
    assertThat(walk.strict().bars().size()).isEqualTo(199);

    // Where the range does not reach it, less is enough.
    walk.open[BAR] = walk.close[BAR] * 1.3;
    walk.high[BAR] = walk.close[BAR] * 1.01;
    assertThat(rules(walk.repaired())).containsExactly("not_bracketed", "open_spike");
    assertThat(walk.repaired().bars().high()[BAR]).isEqualTo(walk.high[BAR]);
  }

  @Test
  void aHighOrLowAloneThatIsOffIsTakenFromOpenAndClose() {
    Walk walk = Walk.calm();
    double top = Math.max(walk.open[BAR], walk.close[BAR]);
    double bottom = Math.min(walk.open[BAR], walk.close[BAR]);
    walk.high[BAR] = top * 1.99;
    walk.low[BAR] = bottom / 1.99;
    assertThat(rules(walk.repaired())).isEmpty();
    walk.high[BAR] = top * 2.01;
    SymbolGate.Examined repaired = walk.repaired();
    GateFinding finding = only(repaired, walk, "high_low_spike");
    assertThat(finding.value()).isCloseTo(2.01, within(1e-9));
    assertThat(repaired.bars().high()[BAR]).isEqualTo(top);
    assertThat(repaired.bars().low()[BAR]).isEqualTo(walk.low[BAR]);
    walk.low[BAR] = bottom / 2.01;
    assertThat(walk.repaired().bars().low()[BAR]).isEqualTo(bottom);
    assertThat(walk.strict().bars().size()).isEqualTo(199);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1 / 3.0, 2 / 3.0, 10, 0.01})
  void aSplitIsAdjusted(double factor) {
    Walk clean = Walk.calm();
    clean.set(BAR, clean.close[BAR - 1]);
    Walk walk = Walk.calm().shift(BAR, factor * Math.exp(0.029));
    SymbolGate.Examined repaired = walk.repaired();
    GateFinding finding = only(repaired, walk, "unadjusted_split");
    assertThat(finding.action()).isEqualTo(GateAction.MENDED);
    for (int bar = 0; bar < BAR; bar++) {
      assertThat(repaired.bars().close()[bar]).isCloseTo(clean.close[bar] * factor, within(1e-6));
      assertThat(repaired.bars().volume()[bar])
          .isCloseTo(walk.volume[bar] / factor, within(1e-6 * walk.volume[bar] / factor));
    }
    assertThat(repaired.bars().close()[BAR]).isEqualTo(walk.close[BAR]);
    SymbolGate.Examined strict = walk.strict();
    assertThat(strict.setAside()).isTrue();
    assertThat(only(strict, walk, "unadjusted_split").action())
        .isEqualTo(GateAction.SYMBOL_SET_ASIDE);
  }

  @Test
  void aSplitNeedsNoVolume() {
    Walk walk = Walk.calm().shift(BAR, 0.5);
    Arrays.fill(walk.volume, Double.NaN);
    assertThat(rules(walk.repaired())).containsExactly("unadjusted_split");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.516, 1 / 1.61, 1.61})
  void aJumpByAnotherFactorReturnsNothing(double factor) {
    Walk walk = Walk.calm().shift(BAR, factor);
    SymbolGate.Examined repaired = walk.repaired();
    GateFinding finding = only(repaired, walk, "level_shift");
    assertThat(finding.action()).isEqualTo(GateAction.MENDED);
    assertThat(finding.value()).isCloseTo(factor, within(1e-9));
    assertThat(repaired.bars().close()[BAR - 1])
        .isCloseTo(repaired.bars().open()[BAR], within(1e-9));
    assertThat(walk.strict().setAside()).isTrue();
  }

  @Test
  void aJumpThatDoesNotStayIsNone() {
    Walk walk = Walk.calm();
    walk.shift(BAR, 0.5).shift(BAR + 4, 1.9);
    assertThat(rules(walk.repaired())).hasSize(2);
    walk = Walk.calm();
    double before = walk.close[BAR - 1];
    walk.set(BAR, before * 1.7);
    walk.low[BAR] = before;
    assertThat(rules(walk.repaired())).isEmpty();
  }

  @Test
  void aSmallerJumpIsNone() {
    assertThat(rules(Walk.calm().shift(BAR, 1 / 1.58).repaired())).isEmpty();
    assertThat(rules(Walk.calm().shift(BAR, 1.58).repaired())).isEmpty();
  }

  @Test
  void aJumpWithALeapOfTurnoverHappened() {
    for (double factor : new double[] {0.5, 0.55, 1.7}) {
      Walk walk = Walk.calm().shift(BAR, factor);
      walk.volume[BAR] *= 4.9;
      assertThat(rules(walk.repaired())).doesNotContain("price_jump").hasSize(1);
      walk.volume[BAR] *= 5.1 / 4.9;
      for (SymbolGate.Examined examined : List.of(walk.repaired(), walk.strict())) {
        assertThat(only(examined, walk, "price_jump").action()).isEqualTo(GateAction.KEPT);
        assertThat(examined.setAside()).isFalse();
        assertThat(examined.bars().close()).isEqualTo(walk.close);
      }
    }
  }

  @Test
  void aJumpThatWasTradedThroughHappened() {
    for (double atOpen : new double[] {0.70, 0.72, 1.01}) {
      Walk walk = Walk.calm().shift(BAR, 0.5);
      walk.open[BAR] = walk.close[BAR - 1] * atOpen;
      walk.high[BAR] = walk.open[BAR];
      assertThat(rules(walk.repaired()))
          .containsExactly(atOpen == 0.70 ? "unadjusted_split" : "price_jump");
    }
  }

  @Test
  void tenBarsThatRepeatThePriceAreFlat() {
    assertThat(rules(Walk.calm().flat(BAR, 9).repaired())).isEmpty();
    Walk walk = Walk.calm().flat(BAR, 10);
    SymbolGate.Examined repaired = walk.repaired();
    GateFinding finding = only(repaired, walk, "flat_stretch");
    assertThat(finding.rows()).isEqualTo(10);
    assertThat(repaired.bars().size()).isEqualTo(190);
    walk.high[BAR + 5] *= 1.01;
    assertThat(rules(walk.repaired())).isEmpty();
  }

  @Test
  void fiveAtTheEndAreAStaleTail() {
    assertThat(rules(Walk.calm().flat(196, 4).repaired())).isEmpty();
    SymbolGate.Examined repaired = Walk.calm().flat(195, 5).repaired();
    assertThat(rules(repaired)).containsExactly("stale_tail");
    assertThat(repaired.bars().size()).isEqualTo(195);
  }

  @Test
  void moreThan45DaysAreALongGap() {
    Walk walk = Walk.calm();
    int usual = walk.days[BAR] - walk.days[BAR - 1];
    assertThat(rules(Walk.calm().later(BAR, 45 - usual).repaired())).isEmpty();
    walk.later(BAR, 46 - usual);
    GateFinding finding = only(walk.repaired(), walk, "long_gap");
    assertThat(finding.value()).isEqualTo(46);
    assertThat(finding.action()).isEqualTo(GateAction.KEPT);
    assertThat(walk.repaired().bars().size()).isEqualTo(200);
    assertThat(walk.strict().bars().size()).isEqualTo(100);
  }

  @Test
  void beforeMoreThan180DaysItMayBeAnotherCompany() {
    Walk walk = Walk.calm();
    int usual = walk.days[BAR] - walk.days[BAR - 1];
    assertThat(Walk.calm().later(BAR, 180 - usual).repaired().bars().size()).isEqualTo(200);
    walk.later(BAR, 181 - usual);
    SymbolGate.Examined repaired = walk.repaired();
    assertThat(only(repaired, walk, "long_gap").rows()).isEqualTo(100);
    assertThat(repaired.bars().days()).isEqualTo(Arrays.copyOfRange(walk.days, BAR, 200));
  }

  @Test
  void tenBarsWithoutVolumeAreNamed() {
    Walk walk = Walk.calm();
    Arrays.fill(walk.volume, BAR, BAR + 9, 0);
    assertThat(rules(walk.repaired())).isEmpty();
    walk.volume[BAR + 9] = Double.NaN;
    assertThat(only(walk.repaired(), walk, "zero_volume").action()).isEqualTo(GateAction.KEPT);
    assertThat(walk.repaired().bars().size()).isEqualTo(200);
    Arrays.fill(walk.volume, 0, 100, 0);
    assertThat(rules(walk.repaired())).as("an index has no volume").isEmpty();
  }

  @Test
  void theStrictGateSetsBarsWithoutVolumeAside() {
    Walk walk = new Walk(400, 1, 0.01);
    Arrays.fill(walk.volume, BAR, BAR + 10, 0);
    assertThat(walk.strict().bars().size()).isEqualTo(390);
  }

  @Test
  void missingOpensAreNamedByStretch() {
    Walk walk = Walk.calm();
    Arrays.fill(walk.open, BAR, BAR + 3, Double.NaN);
    GateFinding finding = only(walk.repaired(), walk, "missing_open");
    assertThat(finding.rows()).isEqualTo(3);
    assertThat(finding.action()).isEqualTo(GateAction.KEPT);
    assertThat(walk.strict().bars().size()).isEqualTo(197);
  }

  @Test
  void aQuarterOfBadBarsMakesABadSymbol() {
    for (int bad : new int[] {50, 51}) {
      Walk walk = Walk.calm();
      for (int bar = 0; bar < bad; bar++) {
        walk.high[2 * bar] = walk.low[2 * bar] * 0.9;
      }
      SymbolGate.Examined repaired = walk.repaired();
      assertThat(repaired.setAside()).isEqualTo(bad == 51);
      assertThat(rules(repaired).contains("unreliable")).isEqualTo(bad == 51);
    }
  }

  @Test
  void rowsThatTheReaderLostCountAsBad() {
    assertThat(SymbolGate.examine(Walk.calm().series(), 66, GateMode.REPAIR).setAside()).isFalse();
    assertThat(SymbolGate.examine(Walk.calm().series(), 67, GateMode.REPAIR).setAside()).isTrue();
    assertThat(SymbolGate.examine(Walk.calm().series(), 10, GateMode.STRICT).setAside()).isFalse();
    assertThat(SymbolGate.examine(Walk.calm().series(), 11, GateMode.STRICT).setAside()).isTrue();
  }

  @Test
  void moreThanFiveChangesOfLevelMakeABadSymbol() {
    Walk walk = Walk.calm();
    for (int i = 1; i <= 5; i++) {
      walk.shift(30 * i, i % 2 == 0 ? 2 : 0.5);
    }
    assertThat(walk.repaired().setAside()).isFalse();
    walk.shift(180, 2);
    assertThat(walk.repaired().setAside()).isTrue();
  }

  @Test
  void aSymbolOfGarbageMakesFewFindings() {
    Walk walk = new Walk(2000, 1, 0.01);
    for (int bar = 0; bar < 2000; bar += 2) {
      walk.high[bar] = walk.low[bar] * 0.9;
    }
    List<GateFinding> findings = walk.repaired().findings();
    assertThat(findings).hasSize(11);
    assertThat(findings.stream().limit(10).mapToLong(GateFinding::rows).sum()).isEqualTo(1000);
  }

  @Test
  void whereAColumnIsNotStoredItsRulesAreSilent() {
    Walk walk = Walk.calm();
    walk.set(BAR, walk.close[BAR - 1] * 2.5);
    walk.shift(150, 0.5);
    PriceSeries closes = new PriceSeries(walk.days, null, null, null, walk.close, null);
    SymbolGate.Examined examined = SymbolGate.examine(closes, 0, GateMode.STRICT);
    assertThat(rules(examined)).containsExactly("price_spike", "unadjusted_split");
    assertThat(examined.bars().column(nightshift.io.market.Column.HIGH))
        .isEqualTo(examined.bars().close());
  }
}
