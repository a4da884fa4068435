package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import nightshift.profiles.KernelText;

/** Whether the clock is right, who sees to that, and in which zone it is. */
final class ClockCheck implements Check {
  /** No machine that runs this is from before. */
  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    if (patient.now().isBefore(LONG_AGO)) {
      examination.critical(
          "the clock says " + patient.now(),
          "nights are told apart by it, and certificates are refused; a Raspberry Pi without a battery"
              + " begins in the past until it has been told",
          "sudo timedatectl set-ntp true");
    }
    if (!patient.isContainer()) {
      synchronised(patient, examination);
    }
    Optional<String> zone = Patient.zoneName(patient.tree());
    String name = zone.orElse("UTC");
    if (patient.machine().isRaspberryPi() && name.matches("(Etc/)?UTC")) {
      examination.note(
          "the time zone is " + name,
          "--until, the timer and cron mean that zone's hours",
          "sudo timedatectl set-timezone Europe/London");
    }
    examination.otherwiseOk("time zone " + name);
  }

  private static void synchronised(Patient patient, Examination examination) {
    if (patient.tree().exists("run/systemd/timesync/synchronized")) {
      examination.ok("set by systemd-timesyncd");
      return;
    }
    Optional<String> daemon = daemon(patient.tree());
    if (daemon.isPresent() && !daemon.get().equals("systemd-timesyn")) {
      examination.ok("set by " + daemon.get());
      return;
    }
    Optional<String> said =
        patient.instruments().output("timedatectl", "show", "-p", "NTPSynchronized", "--value");
    if (said.map(String::strip).equals(Optional.of("yes"))) {
      examination.ok("set from the network, by timedatectl");
    } else if (daemon.isPresent() || said.isPresent()) {
      examination.warning(
          "the clock is not set from the network",
          "nights begin and end by it, and a Raspberry Pi's is off by seconds a day",
          "sudo timedatectl set-ntp true",
          "timedatectl status");
    } else {
      examination.unseen("whether anything sets the clock", "timedatectl status");
    }
  }

  /** A name of a process has 15 characters at most. */
  private static Optional<String> daemon(Tree tree) {
    return tree.list("proc").stream()
        .filter(process -> process.getFileName().toString().matches("\\d+"))
        .map((Path process) -> KernelText.of(process.resolve("comm")).orElse(""))
        .filter(name -> name.matches("chronyd|ntpd|ntpsec|openntpd|systemd-timesyn"))
        .findFirst();
  }
}
