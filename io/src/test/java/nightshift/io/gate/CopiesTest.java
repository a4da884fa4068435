package nightshift.io.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final Walk REFERENCE = new Walk(1000, 99, 0.02);

  private static Copies copies(int symbols) {
    return new Copies(symbols, REFERENCE.days[0], REFERENCE.days[999]);
  }

  private static void add(Copies copies, int place, double[] closes) {
    copies.add(place, REFERENCE.days, closes);
  }

  private static double[] walk(long seed) {
    return new Walk(1000, seed, 0.02).close;
  }

  private static double[] times(double[] closes, double factor, boolean cents) {
    return Arrays.stream(closes)
        .map(close -> cents ? Math.rint(close * factor * 100) / 100 : close * factor)
        .toArray();
  }

  @Test
  void differentSeriesAreDifferent() {
    Copies copies = copies(200);
    for (int place = 0; place < 200; place++) {
      add(copies, place, walk(place));
    }
    assertThat(copies.originals()).isEqualTo(java.util.stream.IntStream.range(0, 200).toArray());
  }

  @Test
  void theFirstOfTenNamesIsTheOriginal() {
    Copies copies = copies(14);
    for (int place = 0; place < 14; place++) {
      add(copies, place, walk(place >= 2 && place < 12 ? 77 : place));
    }
    assertThat(copies.originals()).containsExactly(0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 12, 13);
  }

  @Test
  void aCopyInOtherUnitsIsFoundAlsoWhenItIsRounded() {
    Copies copies = copies(3);
    add(copies, 0, walk(5));
    add(copies, 1, times(walk(5), 7.3, true));
    add(copies, 2, times(walk(5), 0.31, true));
    assertThat(copies.originals()).containsExactly(0, 0, 0);
  }

  @Test
  void aCopyThatBeginsLaterIsFound() {
    double[] closes = walk(5);
    // There is a sample in every fourth week or so: 16 of them take some 67 weeks.
    for (int bars : new int[] {300, 360}) {
      Copies copies = copies(2);
      add(copies, 0, closes);
      copies.add(
          1,
          Arrays.copyOfRange(REFERENCE.days, 1000 - bars, 1000),
          Arrays.copyOfRange(closes, 1000 - bars, 1000));
      assertThat(copies.originals()).containsExactly(0, bars == 360 ? 0 : 1);
    }
  }

  @Test
  void companionsThatStayWithinTwoPerThousandAreTheSame() {
    for (double off : new double[] {0.0009, 0.0011}) {
      double[] closes = walk(5);
      double[] other = closes.clone();
      for (int bar = 0; bar < 1000; bar++) {
        other[bar] *= 1 + (bar / 5 % 2 == 0 ? 0 : off);
      }
      Copies copies = copies(2);
      add(copies, 0, closes);
      add(copies, 1, other);
      assertThat(copies.originals()).containsExactly(0, off < 0.001 ? 0 : 1);
    }
  }

  @Test
  void whatHardlyMovesIsNoCopy() {
    Copies copies = copies(2);
    double[] money = new double[1000];
    Arrays.setAll(money, bar -> 1 + 4e-5 * bar);
    add(copies, 0, money);
    add(copies, 1, money);
    assertThat(copies.originals()).containsExactly(0, 1);
    Arrays.setAll(money, bar -> 1 + 6e-5 * bar);
    add(copies, 0, money);
    add(copies, 1, money);
    assertThat(copies.originals()).containsExactly(0, 0);
  }

  @Test
  void aMisprintDoesNotHideACopy() {
    double[] closes = walk(5);
    double[] other = closes.clone();
    for (int bar = 500; bar < 505; bar++) {
      other[bar] *= 2;
    }
    Copies copies = copies(2);
    add(copies, 0, closes);
    add(copies, 1, other);
    assertThat(copies.originals()).containsExactly(0, 0);
  }

  @Test
  void aWholeMarketOfCopiesIsOne() {
    Copies copies = copies(2000);
    for (int place = 0; place < 2000; place++) {
      add(copies, place, walk(5));
    }
    assertThat(copies.originals()).containsOnly(0);
  }
}
