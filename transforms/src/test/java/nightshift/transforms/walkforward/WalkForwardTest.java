package nightshift.transforms.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

  private static Fold fold(int year, String trainFrom, String trainTo, String from, String to) {
    return new Fold(
        year,
        LocalDate.parse(trainFrom),
        LocalDate.parse(trainTo),
        LocalDate.parse(from),
        LocalDate.parse(to));
  }

  private static List<Fold> folds(int maxYears, int trainYears, String first, String last) {
    return new WalkForward(maxYears, trainYears, 7, false)
        .folds(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void foldsMoveOnByAYearAndTestEachYearOnce() {
    assertThat(folds(5, 3, "2010-01-04", "2018-12-31"))
        .containsExactly(
            fold(2017, "2014-01-01", "2016-12-24", "2017-01-01", "2017-12-31"),
            fold(2018, "2015-01-01", "2017-12-24", "2018-01-01", "2018-12-31"));
  }

  @Test
  void anchoredFoldsBeginWithTheFirstYear() {
    assertThat(
            new WalkForward(5, 3, 7, true)
                .folds(LocalDate.parse("2010-01-04"), LocalDate.parse("2018-12-31")))
        .containsExactly(
            fold(2017, "2014-01-01", "2016-12-24", "2017-01-01", "2017-12-31"),
            fold(2018, "2014-01-01", "2017-12-24", "2018-01-01", "2018-12-31"));
  }

  @Test
  void aHoldoutIsTheLastMonthsAndBeginsWhereTheRestEnds() {
    Holdout half = Holdout.ofMonths(6, LocalDate.parse("2018-02-07"));
    assertThat(half)
        .isEqualTo(new Holdout(LocalDate.parse("2017-08-08"), LocalDate.parse("2018-02-07")));
    assertThat(half.before()).isEqualTo("2017-08-07");
    assertThat(half.fold().testFrom()).isEqualTo(half.from());
    assertThat(half.fold().testTo()).isEqualTo(half.to());
    assertThat(Holdout.ofMonths(1, LocalDate.parse("2018-03-31")).from()).isEqualTo("2018-03-01");
  }

  @Test
  void aStubAtTheEndBelongsToTheYearBefore() {
    assertThat(folds(2, 3, "2013-02-08", "2018-02-07"))
        .containsExactly(fold(2017, "2016-01-01", "2016-12-24", "2017-01-01", "2018-02-07"));
  }

  @Test
  void aHalfFinishedYearIsAYear() {
    assertThat(folds(2, 3, "2013-02-08", "2018-07-01"))
        .containsExactly(fold(2018, "2017-01-01", "2017-12-24", "2018-01-01", "2018-07-01"));
  }

  @Test
  void aStubAtTheBeginningIsLeftToTheWarmUp() {
    assertThat(folds(99, 99, "2013-07-01", "2015-12-31"))
        .containsExactly(fold(2015, "2014-01-01", "2014-12-24", "2015-01-01", "2015-12-31"));
    assertThat(folds(99, 99, "2013-06-30", "2015-12-31").get(0).trainFrom())
        .isEqualTo("2013-06-30");
  }

  @Test
  void oneYearIsSplitWithAnEmbargo() {
    // 365 days: 243 to train on less the embargo of 7, 122 to test on.
    assertThat(folds(1, 3, "2010-01-04", "2017-12-31"))
        .containsExactly(fold(2017, "2017-01-01", "2017-08-24", "2017-09-01", "2017-12-31"));
  }

  @Test
  void aShortHistoryAcrossNewYearIsOneYear() {
    assertThat(folds(1, 3, "2017-08-01", "2018-03-01")).hasSize(1);
    assertThat(folds(1, 3, "2017-11-01", "2018-03-01")).isEmpty();
  }

  @Test
  void trainAndTestNeverTouch() {
    for (Fold fold : folds(10, 2, "2000-01-03", "2012-05-05")) {
      assertThat(fold.testFrom()).isAfter(fold.trainTo().plusDays(7));
    }
  }

  @Test
  void warmUpReachesBackFarEnough() {
    Fold fold = fold(2018, "2017-01-02", "2017-12-24", "2018-01-01", "2018-12-31");
    // 252 bars took from 2016-01-04 to 2016-12-30 on the New York exchange.
    assertThat(fold.warmUpFrom(252)).isBefore("2016-01-04");
    assertThat(fold.warmUpFrom(0)).isBefore("2017-01-01");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new WalkForward(0, 3, 7, false))
        .hasMessage("maxYears must be at least 1, got 0");
    assertThatThrownBy(() -> fold(2018, "2017-01-01", "2018-01-01", "2018-01-01", "2018-12-31"))
        .hasMessageContaining("train, then test");
  }
}
