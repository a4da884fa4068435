package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nightshift.profiles.CgroupMemory;
import nightshift.profiles.KernelText;

/**
 * Whether the kernel ended processes because memory ran out, by its log and by what the control
 * groups count; and how the machine stands now.
 */
final class OutOfMemoryCheck implements Check {
  private static final Pattern KILLED =
      Pattern.compile(
          "([Mm]emory cgroup out|Out) of memory: Killed process \\d+ \\(([^)]*)\\)"
              + "(?: total-vm:(\\d+)kB, anon-rss:(\\d+)kB)?");
  private static final double LITTLE = 0.05;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    List<LogLine> killed = patient.log().with(KILLED);
    Map<Boolean, List<LogLine>> byGroup =
        killed.stream()
            .collect(Collectors.partitioningBy(line -> line.text().contains("emory cgroup out")));
    byGroup.values().forEach(lines -> killed(patient, examination, lines));
    groups(patient, examination, killed.isEmpty());
    now(patient, examination);
    killers(patient, examination);
    if (patient.log().sources().isEmpty()) {
      examination.unseen(
          "whether the kernel ended something for want of memory",
          "sudo journalctl -k -g 'ut of memory'");
      examination.otherwiseOk("no control group counts a process that was ended");
    } else {
      examination.otherwiseOk("the kernel ended nothing for want of memory in 14 days");
    }
  }

  private static void killed(Patient patient, Examination examination, List<LogLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    LogLine last = lines.get(lines.size() - 1);
    Matcher kill = KILLED.matcher(last.text());
    if (!kill.find()) {
      return;
    }
    String sizes =
        kill.group(3) == null
            ? ""
            : String.format(
                ": %s resident (the %s of address space that stand beside it are no memory)",
                mb(kill.group(4)), mb(kill.group(3)));
    boolean group = kill.group(1).toLowerCase(Locale.ROOT).startsWith("memory");
    String found =
        (group ? "a control group met its memory limit " : "memory ran out ")
            + Words.times(lines.size())
            + " in 14 days; last"
            + last.at().map(at -> " " + patient.time(at)).orElse("")
            + " the kernel ended "
            + kill.group(2)
            + sizes;
    if (group) {
      examination.add(
          kill.group(2).equals("java") ? Gravity.CRITICAL : Gravity.WARNING,
          found,
          "the machine had memory left, but that container or service was allowed no more",
          "sudo journalctl -k -g 'oom-kill:constraint=CONSTRAINT_MEMCG' -n 5",
          "systemctl show nightshift.service -p MemoryHigh -p MemoryMax");
    } else {
      examination.critical(
          found,
          "what the kernel ends is not always what took too much; a run that it ended is continued by"
              + " the next one",
          "ps -eo rss,comm --sort=-rss | head",
          patient.places().launcher() + " run --profile=pi_safe --memory=384");
    }
  }

  private static String mb(String kilobytes) {
    return kilobytes.length() > 15
        ? kilobytes + " kB"
        : Words.size(Long.parseLong(kilobytes) << 10);
  }

  /** What was counted since the group was made; of this start at most. */
  private static void groups(Patient patient, Examination examination, boolean logIsSilent) {
    List<Path> groups = new ArrayList<>(CgroupMemory.groups(patient.tree().root()));
    groups.add(patient.tree().at("sys/fs/cgroup/system.slice/nightshift.service"));
    for (Path group : groups) {
      String events = KernelText.of(group.resolve("memory.events")).orElse("");
      long kills = KernelText.value(events, "oom_kill");
      if (kills > 0 && logIsSilent) {
        examination.critical(
            String.format(
                "in the control group %s the kernel ended processes %s",
                patient.tree().shown(group), Words.times((int) Math.min(kills, Integer.MAX_VALUE))),
            "they met the memory limit of that group or of one above it, or the machine's end",
            "cat " + Words.shell(patient.tree().shown(group.resolve("memory.max"))));
        return;
      }
    }
  }

  private static void now(Patient patient, Examination examination) {
    String info = patient.tree().text("proc/meminfo").orElse("");
    long available = KernelText.value(info, "MemAvailable") << 10;
    long total = patient.machine().totalBytes();
    if (available >= 0 && total > 0 && available < LITTLE * total) {
      examination.warning(
          "only " + Words.size(available) + " of " + Words.size(total) + " are available now",
          "a run that begins now is held back until there is more, or makes the kernel end something",
          "ps -eo rss,comm --sort=-rss | head");
    }
  }

  /** Others that end processes, which leave no trace in the kernel's log. */
  private static void killers(Patient patient, Examination examination) {
    for (Path process : patient.tree().list("proc")) {
      String name = KernelText.of(process.resolve("comm")).orElse("");
      if (process.getFileName().toString().matches("\\d+")
          && List.of("earlyoom", "systemd-oomd", "nohang").contains(name)) {
        examination.note(
            name + " is running",
            "it ends processes before memory runs out, and the kernel log does not show it",
            "journalctl -t " + name);
        return;
      }
    }
  }
}
