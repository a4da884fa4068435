package nightshift.transforms.walkforward;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts history into folds along calendar years. Each fold trains on {@code trainYears} years and
 * tests on the next; the folds move on by one year. With one year only, the year itself is split:
 * two thirds to train on, the rest to test on. Where folds are anchored, all of them begin with the
 * first year, and {@code trainYears} is how long the first of them trains.
 *
 * <p>A year of which only the months before July are there is a stub, too short to be tested by
 * itself: at the end of history it is counted as part of the year before it, at the beginning it is
 * left to the warm-up.
 *
 * @param maxYears how many years are used at most, the latest ones, test years included
 * @param trainYears how many years a fold trains on at most; there is always one left to test
 * @param embargoDays calendar days between training and test that are used by neither, so that what
 *     was held at the end of the training says nothing about the test
 * @param anchored whether every fold trains from the first year on; else training rolls on
 */
public record WalkForward(int maxYears, int trainYears, int embargoDays, boolean anchored) {

  private static final int HALF_A_YEAR = 182;

  public WalkForward {
    require("maxYears", maxYears, 1);
    require("trainYears", trainYears, 1);
    require("embargoDays", embargoDays, 0);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }

  /** A year of research: mostly a calendar year, at the end of history with the stub after it. */
  private record Year(int year, LocalDate from, LocalDate to) {}

  /**
   * The folds over a stretch of history, earliest first.
   *
   * @param first day of the first bar, inclusive
   * @param last day of the last bar, inclusive
   * @return at least one, unless there is less than half a year
   */
  public List<Fold> folds(LocalDate first, LocalDate last) {
    List<Year> years = years(first, last);
    if (years.isEmpty() && last.toEpochDay() - first.toEpochDay() >= HALF_A_YEAR) {
      years = List.of(new Year(last.getYear(), first, last));
    }
    years = years.subList(Math.max(0, years.size() - maxYears), years.size());
    if (years.isEmpty()) {
      return List.of();
    }
    if (years.size() == 1) {
      return split(years.get(0));
    }
    int train = Math.min(trainYears, years.size() - 1);
    List<Fold> folds = new ArrayList<>();
    for (int test = train; test < years.size(); test++) {
      Year unseen = years.get(test);
      Year begin = years.get(anchored ? 0 : test - train);
      folds.add(
          new Fold(
              unseen.year(),
              begin.from(),
              unseen.from().minusDays(1L + embargoDays),
              unseen.from(),
              unseen.to()));
    }
    return folds;
  }

  private static List<Year> years(LocalDate first, LocalDate last) {
    int begin = isLate(first) ? first.getYear() + 1 : first.getYear();
    int end = isLate(last) ? last.getYear() : last.getYear() - 1;
    List<Year> years = new ArrayList<>();
    for (int year = begin; year <= end; year++) {
      LocalDate from =
          year == begin ? later(first, LocalDate.of(year, 1, 1)) : LocalDate.of(year, 1, 1);
      years.add(new Year(year, from, year == end ? last : LocalDate.of(year, 12, 31)));
    }
    return years;
  }

  private static boolean isLate(LocalDate date) {
    return date.getMonthValue() >= Month.JULY.getValue();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private List<Fold> split(Year year) {
    long days = year.to().toEpochDay() - year.from().toEpochDay() + 1;
    LocalDate testFrom = year.from().plusDays(days * 2 / 3);
    LocalDate trainTo = testFrom.minusDays(1L + embargoDays);
    if (!trainTo.isAfter(year.from())) {
      return List.of();
    }
    return List.of(new Fold(year.year(), year.from(), trainTo, testFrom, year.to()));
  }
}
