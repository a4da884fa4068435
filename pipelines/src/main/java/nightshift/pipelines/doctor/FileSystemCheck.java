package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nightshift.profiles.KernelText;

/** Errors that ext4 has counted, that the kernel has logged, and disks that became read-only. */
final class FileSystemCheck implements Check {
  private static final Pattern REMOUNTED = Pattern.compile("Remounting filesystem read-only");
  private static final Pattern ERROR =
      Pattern.compile(
          "EXT4-fs error|BTRFS error|F2FS-fs .*error|I/O error, dev (?!fd|sr|loop)|mmc\\d+: (error|Timeout)");

  @Override
  public String name() {
    return "file systems";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    for (Path disk : patient.tree().list("sys/fs/ext4")) {
      OptionalLong errors = KernelText.number(disk.resolve("errors_count"));
      if (errors.isPresent() && errors.getAsLong() > 0) {
        examination.critical(
            "ext4 has counted " + errors.getAsLong() + " errors on " + disk.getFileName(),
            "files on it may be damaged, the research database among them",
            "sudo touch /forcefsck && sudo reboot",
            "sudo dmesg | grep -i ext4");
      }
    }
    logged(patient, examination);
    readOnly(patient, examination);
    examination.otherwiseOk(
        patient.log().sources().isEmpty() ? "ext4 counts no errors, no log was seen" : "no errors");
  }

  private static void logged(Patient patient, Examination examination) {
    List<LogLine> remounts = patient.log().with(REMOUNTED);
    List<LogLine> errors = patient.log().with(ERROR);
    List<LogLine> worst = remounts.isEmpty() ? errors : remounts;
    if (!worst.isEmpty()) {
      LogLine last = worst.get(worst.size() - 1);
      examination.critical(
          "the kernel logged "
              + Words.times(worst.size())
              + " in 14 days, last"
              + last.at().map(at -> " " + patient.time(at)).orElse("")
              + ": "
              + last.text().replaceFirst("^kernel: (\\[ *[\\d.]+\\] )?", ""),
          "a disk that fails costs a night, then all nights",
          "sudo touch /forcefsck && sudo reboot",
          "sudo dmesg | grep -iE 'ext4|i/o error|mmc'");
    }
  }

  private static void readOnly(Patient patient, Examination examination) {
    if (patient.places().isOnServer()) {
      return;
    }
    Storage.mount(patient.tree(), Path.of(patient.places().research()))
        .filter(Storage.Mount::isReadOnly)
        .ifPresent(
            mount ->
                examination.critical(
                    "the research database "
                        + patient.places().research()
                        + " is on "
                        + mount.folder()
                        + ", which is mounted read-only",
                    "no run can write a result; a kernel does that to a disk with errors",
                    "sudo mount -o remount,rw " + Words.shell(mount.folder())));
  }
}
