package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nightshift.profiles.Machine;

/**
 * What is to be said of a machine.
 *
 * @param at when it was looked at
 * @param findings the worst first, otherwise in the order of the checks
 * @param unseen what could not be seen
 */
public record Diagnosis(Machine machine, Instant at, List<Finding> findings, List<Unseen> unseen) {

  public Diagnosis {
    findings = findings.stream().sorted(Comparator.comparing(Finding::gravity).reversed()).toList();
    unseen = List.copyOf(unseen);
  }

  private static final List<Check> CHECKS =
      List.of(
          new WatchdogCheck(),
          new RebootCheck(),
          new OutOfMemoryCheck(),
          new SwapCheck(),
          new ControlGroupCheck(),
          new ThrottlingCheck(),
          new GovernorCheck(),
          new DiskCheck(),
          new CardCheck(),
          new FileSystemCheck(),
          new PackagesCheck(),
          new ClockCheck(),
          new JavaCheck(),
          new LimitsCheck(),
          new PathsCheck(),
          new LastRunCheck());

  /**
   * Looks at a machine; changes nothing.
   *
   * @param root {@code /}, or the folder of a recorded one
   * @param now when that was
   */
  public static Diagnosis of(Path root, Instant now, Places places) {
    Patient patient = Patient.of(new Tree(root), now, places);
    List<Finding> findings = new ArrayList<>();
    List<Unseen> unseen = new ArrayList<>();
    for (Check check : CHECKS) {
      Examination examination = new Examination(check.name());
      try {
        check.examine(patient, examination);
      } catch (RuntimeException e) {
        // One thing that looks as no one expected must not hide the others.
        examination.unseen("this check failed: " + e, "");
      }
      findings.addAll(examination.findings());
      unseen.addAll(examination.unseen());
    }
    return new Diagnosis(patient.machine(), now, findings, unseen);
  }

  /** How many findings are so bad. */
  public long count(Gravity gravity) {
    return findings.stream().filter(finding -> finding.gravity() == gravity).count();
  }

  /** Whether somebody has to do something. */
  public boolean isTrouble() {
    return findings.stream().anyMatch(Finding::isTrouble);
  }
}
