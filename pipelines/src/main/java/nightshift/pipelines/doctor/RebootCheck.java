package nightshift.pipelines.doctor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How often the machine was started, by what each kernel says first. */
final class RebootCheck implements Check {
  private static final Pattern STARTED = Pattern.compile("kernel: .*Linux version \\d");

  /** On so many different days of 14, it is no longer somebody who installs something. */
  private static final int MANY_DAYS = 4;

  private static final int SHOWN = 3;

  @Override
  public String name() {
    return "reboots";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    patient
        .log()
        .hidden()
        .forEach(
            file ->
                examination.unseen(
                    file + " may not be read", "sudo " + patient.places().launcher() + " doctor"));
    if (patient.log().sources().isEmpty()) {
      examination.unseen("no kernel log was found", "journalctl --list-boots");
      return;
    }
    List<Instant> starts =
        patient.log().with(STARTED).stream().map(LogLine::at).flatMap(Optional::stream).toList();
    List<LocalDate> days =
        starts.stream().map(at -> at.atZone(patient.zone()).toLocalDate()).distinct().toList();
    String found =
        "the machine was started "
            + Words.times(starts.size())
            + " in 14 days"
            + last(patient, starts);
    if (days.size() >= MANY_DAYS) {
      examination.warning(
          found,
          "on " + days.size() + " different days: a run that was at work then was cut off",
          "journalctl --list-boots");
    } else {
      examination.ok(starts.isEmpty() ? "no start in 14 days" : found);
    }
  }

  private static String last(Patient patient, List<Instant> starts) {
    return starts.stream()
        .skip(Math.max(0, starts.size() - SHOWN))
        .map(patient::time)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), text -> text.isEmpty() ? "" : ": " + text));
  }
}
