package nightshift.pipelines.doctor;

import java.util.Locale;

/** Amounts as findings write them. */
final class Words {
  private Words() {}

  /** Bytes in MB of 2^20, from 10 GB on in GB of 2^30. */
  static String size(long bytes) {
    return bytes >= 10L << 30
        ? String.format(Locale.ROOT, "%,d GB", bytes >> 30)
        : String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }

  /** {@code once}, {@code twice}, {@code 3 times}. */
  static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  /** In single quotes for a shell, where it needs them. */
  static String shell(Object word) {
    String text = word.toString();
    return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
