package nightshift.pipelines.doctor;

import java.util.Optional;

/**
 * Whether the kernel can hold a service to a memory limit: the controller may be off in the boot
 * line, as a Raspberry Pi's firmware has it unless told otherwise. Of several words in it the last
 * counts.
 */
final class ControlGroupCheck implements Check {
  private static final String OFF = "cgroup_disable=memory";
  private static final String ON = "cgroup_enable=memory";
  private static final int COLUMNS = 4;

  @Override
  public String name() {
    return "control groups";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    String line = patient.tree().text("proc/cmdline").orElse("");
    boolean off = line.lastIndexOf(OFF) > line.lastIndexOf(ON);
    Optional<Boolean> enabled = enabled(patient.tree());
    if (patient.isContainer()) {
      examination.ok("a container: its host decides what it may take");
    } else if (!enabled.orElse(!off)) {
      examination.warning(
          "the kernel's memory controller is off"
              + (off
                  ? ": the boot line has " + OFF
                  : patient.machine().isRaspberryPi()
                      ? ": the boot line has no " + ON
                      : ", by /proc/cgroups"),
          "MemoryMax of a systemd service, or the limit of a container, is accepted and does nothing",
          bootLine(patient));
    } else if (enabled.isEmpty() && line.isEmpty()) {
      examination.unseen(
          "neither /proc/cmdline nor /proc/cgroups can be read", "cat /proc/cgroups");
    } else {
      examination.ok("the kernel can hold a service to a memory limit");
    }
  }

  private static String[] bootLine(Patient patient) {
    if (!patient.machine().isRaspberryPi()) {
      return new String[] {
        "sudo sed -i 's/ *" + OFF + "//' /etc/default/grub", "sudo update-grub && sudo reboot",
      };
    }
    String file =
        patient.tree().exists("boot/firmware/cmdline.txt")
            ? "/boot/firmware/cmdline.txt"
            : "/boot/cmdline.txt";
    return new String[] {"sudo sed -i '1s/$/ " + ON + "/' " + file, "sudo reboot"};
  }

  /** By version 2's list, or {@code /proc/cgroups}: name, hierarchy, groups, enabled. */
  private static Optional<Boolean> enabled(Tree tree) {
    Optional<Boolean> second =
        tree.text("sys/fs/cgroup/cgroup.controllers")
            .map(names -> names.matches("(?s)(.*\\s)?memory(\\s.*)?"));
    return second.or(
        () ->
            tree.text("proc/cgroups")
                .flatMap(
                    text ->
                        text.lines()
                            .map(row -> row.split("\\s+"))
                            .filter(row -> row.length == COLUMNS && row[0].equals("memory"))
                            .map(row -> row[3].equals("1"))
                            .findFirst()));
  }
}
