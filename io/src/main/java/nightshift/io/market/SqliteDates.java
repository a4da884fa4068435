package nightshift.io.market;

import nightshift.io.day.DayNumber;
import nightshift.io.day.EveningVote;

/** Finds out how the dates of one symbol are encoded, from one date after the other. */
final class SqliteDates {
  private Number leastNumber;
  private Number mostNumber;
  private String leastText;
  private String mostText;
  private boolean others;
  private EveningVote vote;

  /** Takes a stored date of any type; null is none. */
  void add(Object date) {
    if (date instanceof Number number) {
      add(number);
    } else if (date instanceof String text) {
      leastText = leastText == null || text.compareTo(leastText) < 0 ? text : leastText;
      mostText = mostText == null || text.compareTo(mostText) > 0 ? text : mostText;
    } else if (date != null) {
      others = true;
    }
  }

  private void add(Number number) {
    double value = number.doubleValue();
    if (leastNumber == null || value < leastNumber.doubleValue()) {
      leastNumber = number;
    }
    if (mostNumber == null || value > mostNumber.doubleValue()) {
      mostNumber = number;
    }
    DayNumber unit = DayNumber.of(number.longValue());
    if (unit.isInstant()) {
      vote = vote == null ? new EveningVote() : vote;
      vote.add(unit.seconds(number.longValue()));
    }
  }

  /** The encoding of what was taken; SQLite sorts numbers before text, and text before the rest. */
  SqliteDays days() {
    Object least = leastNumber != null ? leastNumber : leastText;
    Object most = mostText != null ? mostText : mostNumber;
    return SqliteDays.of(
        others ? null : least, others ? null : most, () -> vote != null && vote.eveningIsNextDay());
  }
}
