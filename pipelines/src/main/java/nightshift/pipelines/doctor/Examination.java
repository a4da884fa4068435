package nightshift.pipelines.doctor;

import java.util.ArrayList;
import java.util.List;

/** Takes down what one check finds and what it could not see. */
final class Examination {
  private final String check;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Unseen> unseen = new ArrayList<>();

  /**
   * @param check its name
   */
  Examination(String check) {
    this.check = check;
  }

  /** All is well. */
  void ok(String found) {
    add(Gravity.OK, found, "");
  }

  void note(String found, String why, String... mend) {
    add(Gravity.NOTE, found, why, mend);
  }

  void warning(String found, String why, String... mend) {
    add(Gravity.WARNING, found, why, mend);
  }

  void critical(String found, String why, String... mend) {
    add(Gravity.CRITICAL, found, why, mend);
  }

  void add(Gravity gravity, String found, String why, String... mend) {
    findings.add(new Finding(check, gravity, found, why, List.of(mend)));
  }

  /** Something could not be looked at. */
  void unseen(String what, String how) {
    unseen.add(new Unseen(check, what, how));
  }

  /** Says that all is well, if nothing else was said. */
  void otherwiseOk(String found) {
    if (findings.isEmpty()) {
      ok(found);
    }
  }

  List<Finding> findings() {
    return findings;
  }

  List<Unseen> unseen() {
    return unseen;
  }
}
