package nightshift.transforms.walkforward;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One fold: days to search on, then, after an embargo, unseen days to validate on. All dates are
 * inclusive.
 *
 * @param year the calendar year tested, which names the fold
 */
public record Fold(
    int year, LocalDate trainFrom, LocalDate trainTo, LocalDate testFrom, LocalDate testTo)
    implements Serializable {

  public Fold {
    if (trainTo.isBefore(trainFrom) || !testFrom.isAfter(trainTo) || testTo.isBefore(testFrom)) {
      throw new IllegalArgumentException(
          "fold must train, then test, got train "
              + trainFrom
              + " to "
              + trainTo
              + ", test "
              + testFrom
              + " to "
              + testTo);
    }
  }

  /**
   * The first day that has to be loaded so that about as many bars precede the first training day:
   * a year is taken to have 250 of them, and ten days are added for holidays at its ends.
   */
  public LocalDate warmUpFrom(int bars) {
    return trainFrom.minusDays(bars * 366L / 250 + 10);
  }
}
