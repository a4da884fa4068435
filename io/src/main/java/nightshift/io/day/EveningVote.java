package nightshift.io.day;

/**
 * Which day an instant belongs to when its zone is not known. An exchange's midnight, stored as an
 * instant, is the morning of the same UTC day in the Americas, and the evening of the UTC day
 * before in Europe, Asia and Australia (Mumbai's midnight is 18:30 UTC). But 21:00 UTC is also New
 * York's close of the same day. Weekdays tell the two apart: bars that seem to be of Sundays, and
 * not of Fridays, are of the next day. So all instants of a column vote, and those from 10:00 UTC
 * on follow the result; with no evidence they keep their UTC day.
 */
public final class EveningVote {
  /** 10:00 UTC, midnight in the easternmost zone; no exchange is as far west. */
  private static final int EVENING = 10 * 3600;

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int FRIDAY = 4;
  private static final int SUNDAY = 6;

  private long fridays;
  private long sundays;

  /** Counts one instant. */
  public void add(long epochSecond) {
    if (isEvening(epochSecond)) {
      // 1970-01-01 was a Thursday, number 3 when Monday is 0.
      long weekday = Math.floorMod(Math.floorDiv(epochSecond, SECONDS_PER_DAY) + 3, 7);
      fridays += weekday == FRIDAY ? 1 : 0;
      sundays += weekday == SUNDAY ? 1 : 0;
    }
  }

  /** Whether instants of the evening belong to the next day. */
  public boolean eveningIsNextDay() {
    return sundays > fridays;
  }

  /** The day of an instant after the vote; {@link Days#NONE} beyond the years 1 to 9999. */
  public static int day(long epochSecond, boolean eveningIsNextDay) {
    long day = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
    return Days.checked(eveningIsNextDay && isEvening(epochSecond) ? day + 1 : day);
  }

  private static boolean isEvening(long epochSecond) {
    return Math.floorMod(epochSecond, SECONDS_PER_DAY) >= EVENING;
  }
}
