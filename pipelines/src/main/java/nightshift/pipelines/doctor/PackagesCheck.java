package nightshift.pipelines.doctor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What changed: packages that were installed, upgraded or removed in 14 days, first those that can
 * reboot a machine, end processes or change how memory is shared.
 */
final class PackagesCheck implements Check {
  private static final Pattern SUSPECT =
      Pattern.compile(
          "watchdog|earlyoom|nohang|systemd-oomd|zram-tools|zram-config|systemd-zram-generator"
              + "|log2ram|linux-image-.*|raspberrypi-kernel|raspi-firmware|rpi-eeprom|openjdk-.*"
              + "|temurin-.*|cpufrequtils|tlp|unattended-upgrades|docker.*|k3s");
  private static final int SHOWN = 8;

  @Override
  public String name() {
    return "what changed";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    if (!patient.packages().isThere()) {
      examination.unseen("there is no /var/log/dpkg.log", "rpm -qa --last | head");
      return;
    }
    List<PackageLog.Entry> all = patient.packages().entries();
    List<PackageLog.Entry> suspects =
        all.stream().filter(entry -> SUSPECT.matcher(entry.name()).matches()).toList();
    if (!suspects.isEmpty()) {
      examination.note(
          "in 14 days: " + told(patient, suspects),
          "if nights went wrong from that day on, begin there",
          "zgrep -hE ' (install|upgrade|remove) ' /var/log/dpkg.log*");
    }
    String counts =
        all.size() + " packages in 14 days" + (all.isEmpty() ? "" : ", last " + last(patient, all));
    examination.ok(
        counts.replaceFirst("^1 packages", "1 package").replaceFirst("^0 packages", "no package"));
  }

  private static String told(Patient patient, List<PackageLog.Entry> entries) {
    String shown =
        entries.stream()
            .skip(Math.max(0, entries.size() - SHOWN))
            .map(
                entry ->
                    switch (entry.deed()) {
                          case "install" -> "installed ";
                          case "upgrade" -> "upgraded ";
                          default -> "removed ";
                        }
                        + entry.name()
                        + " "
                        + entry.version()
                        + " ("
                        + patient.time(entry.at())
                        + ")")
            .collect(Collectors.joining(", "));
    return entries.size() > SHOWN ? entries.size() + " in all, the last: " + shown : shown;
  }

  private static String last(Patient patient, List<PackageLog.Entry> all) {
    PackageLog.Entry last = all.get(all.size() - 1);
    return last.name() + " (" + patient.time(last.at()) + ")";
  }
}
