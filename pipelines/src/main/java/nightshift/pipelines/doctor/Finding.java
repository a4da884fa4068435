package nightshift.pipelines.doctor;

import java.util.List;

/**
 * What a check found.
 *
 * @param check name of the check
 * @param found what was seen, with where and how much
 * @param why why that matters for a nightly run; empty where all is well
 * @param mend commands that mend it, in their order, or one line that begins with {@code #} where
 *     no command can; empty where there is nothing to mend
 */
public record Finding(String check, Gravity gravity, String found, String why, List<String> mend) {

  public Finding {
    mend = List.copyOf(mend);
  }

  /** Whether somebody has to do something. */
  public boolean isTrouble() {
    return gravity.compareTo(Gravity.WARNING) >= 0;
  }
}
