package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightshift.profiles.KernelText;

/**
 * Whether something reboots the machine when memory is short or the load is high: the watchdog
 * daemon ({@code man watchdog.conf}), which counts {@code min-memory} in pages, of as many bytes as
 * the architecture's {@code EXEC_PAGESIZE} has: 4096, but 65536 on arm64 whatever the kernel's own
 * pages are. When it begins it writes into the log how many.
 */
final class WatchdogCheck implements Check {
  private static final String FILE = "etc/watchdog.conf";
  private static final long PAGE = 4096;
  private static final long ARM64_PAGE = 65536;

  /** Of the machine's memory: more than that is left free by no busy machine. */
  private static final double MUCH = 0.02;

  private static final Pattern PAGES = Pattern.compile("memory: minimum pages = .*\\((\\d+) byte");
  private static final Pattern SHORT =
      Pattern.compile("watchdog\\[\\d+\\]: (memory (available )?\\d+ kB is less than \\d+ pages)");
  private static final Pattern REBOOT =
      Pattern.compile("watchdog\\[\\d+\\]: shutting down the system because of error (.*)");
  private static final String OFF = "sudo sed -i 's/^[[:space:]]*min-memory/#&/' /" + FILE;
  private static final String RESTART = "sudo systemctl restart watchdog";
  private static final int CARD_RESET = 0x20;

  @Override
  public String name() {
    return "watchdog";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    Tree tree = patient.tree();
    if (tree.isHidden(FILE)) {
      examination.unseen("/" + FILE + " may not be read", "sudo cat /" + FILE);
    }
    WatchdogConfig config = WatchdogConfig.of(tree.lines(tree.at(FILE), line -> true));
    boolean active = isActive(tree);
    config.limit("min-memory").ifPresent(pages -> memory(patient, examination, pages, active));
    config
        .limit("allocatable-memory")
        .ifPresent(pages -> allocatable(patient, examination, pages, active));
    if (active) {
      load(patient, examination, config);
    }
    reboots(patient, examination, config);
    hardware(patient, examination, active);
    examination.otherwiseOk(
        active ? "the watchdog daemon looks neither at memory nor at a low load" : "no daemon");
  }

  /** Whether the daemon runs now, or is started with the machine. */
  private static boolean isActive(Tree tree) {
    boolean running =
        tree.list("proc").stream()
            .filter(process -> process.getFileName().toString().matches("\\d+"))
            .anyMatch(WatchdogCheck::isDaemon);
    return running
        || tree.list("etc/systemd/system").stream()
            .filter(folder -> folder.toString().endsWith(".wants"))
            .anyMatch(folder -> KernelText.list(folder).stream().anyMatch(WatchdogCheck::isUnit));
  }

  private static boolean isUnit(Path file) {
    return file.getFileName().toString().equals("watchdog.service");
  }

  /** The kernel has threads of this name, which have no command line. */
  private static boolean isDaemon(Path process) {
    return KernelText.of(process.resolve("comm")).filter("watchdog"::equals).isPresent()
        && KernelText.of(process.resolve("cmdline")).filter(line -> !line.isEmpty()).isPresent();
  }

  private void memory(Patient patient, Examination examination, long pages, boolean active) {
    long bytes = pages * pageBytes(patient);
    String found =
        String.format(
            "/%s has min-memory = %d: pages of %d kB, so %s of the machine's %s must be free",
            FILE,
            pages,
            pageBytes(patient) >> 10,
            Words.size(bytes),
            Words.size(patient.machine().totalBytes()));
    if (!active) {
      examination.note(
          found + ", but the daemon neither runs nor is started",
          "once it is started, it reboots the machine when there is less",
          OFF);
      return;
    }
    int times = patient.log().with(SHORT).size();
    String since =
        patient
            .packages()
            .installed("watchdog")
            .map(entry -> "; the package was installed " + patient.time(entry.at()))
            .orElse("");
    String why =
        "the daemon reboots the machine, in the middle of a run, when free memory, buffers and cache"
            + " together are less; it does not ask who took them, and nothing in the kernel log says"
            + " that memory ran out";
    boolean severe = times > 0 || bytes > MUCH * patient.machine().totalBytes();
    String seen = times == 0 ? "" : "; in 14 days it found less " + Words.times(times);
    examination.add(
        severe ? Gravity.CRITICAL : Gravity.WARNING, found + since + seen, why, OFF, RESTART);
  }

  private static void allocatable(
      Patient patient, Examination examination, long pages, boolean active) {
    long bytes = pages * pageBytes(patient);
    if (active && bytes > MUCH * patient.machine().totalBytes()) {
      examination.critical(
          "/" + FILE + " has allocatable-memory = " + pages + ": " + Words.size(bytes),
          "the daemon takes that much memory every second, and reboots the machine when it gets none",
          "sudo sed -i 's/^[[:space:]]*allocatable-memory/#&/' /" + FILE,
          RESTART);
    }
  }

  private static void load(Patient patient, Examination examination, WatchdogConfig config) {
    for (String average : List.of("max-load-1", "max-load-5", "max-load-15")) {
      OptionalLong limit = config.limit(average);
      if (limit.isPresent() && limit.getAsLong() <= patient.machine().cores()) {
        examination.warning(
            "/" + FILE + " has " + average + " = " + limit.getAsLong(),
            "a run keeps "
                + patient.machine().cores()
                + " cores busy, and the daemon reboots at"
                + " that load",
            "sudo sed -i 's/^[[:space:]]*" + average + "/#&/' /" + FILE,
            RESTART);
      }
    }
  }

  /** What was shut down for another reason than memory is told as it was logged. */
  private static void reboots(Patient patient, Examination examination, WatchdogConfig config) {
    List<LogLine> reboots = patient.log().with(REBOOT);
    if (!reboots.isEmpty()) {
      LogLine last = reboots.get(reboots.size() - 1);
      Matcher reason = REBOOT.matcher(last.text());
      examination.critical(
          "the watchdog daemon rebooted the machine "
              + Words.times(reboots.size())
              + " in 14 days"
              + last.at().map(at -> ", last " + patient.time(at)).orElse("")
              + (reason.find() ? ": error " + reason.group(1) : ""),
          "a run that was at work then was cut off; error 12 means that memory was below min-memory",
          config.limit("min-memory").isPresent() ? OFF : "grep -n '^[^#]' /" + FILE,
          RESTART);
    }
  }

  private static void hardware(Patient patient, Examination examination, boolean active) {
    Tree tree = patient.tree();
    for (Path device : tree.list("sys/class/watchdog")) {
      OptionalLong status = KernelText.number(device.resolve("bootstatus"));
      if (status.isPresent() && (status.getAsLong() & CARD_RESET) != 0) {
        examination.warning(
            "the hardware watchdog started this machine anew, by " + tree.shown(device),
            "it had hung, or the program that feeds the watchdog had; a run was cut off if there was"
                + " one",
            "journalctl -b -1 -e");
      }
    }
    boolean there = !tree.list("sys/class/watchdog").isEmpty() || tree.exists("dev/watchdog");
    String system = systemd(tree);
    if (there && !active && !system.isEmpty()) {
      examination.ok(
          "a hardware watchdog, fed by systemd (" + system + "), which looks at no memory");
    }
  }

  /** The last line that sets it; empty where it is off. */
  private static String systemd(Tree tree) {
    List<Path> more = tree.list("etc/systemd/system.conf.d");
    return Stream.concat(Stream.of(tree.at("etc/systemd/system.conf")), more.stream())
        .flatMap(file -> tree.lines(file, line -> line.startsWith("RuntimeWatchdogSec=")).stream())
        .reduce((first, last) -> last)
        .filter(line -> !line.matches(".*=(0|off|infinity|)"))
        .orElse("");
  }

  /** What the daemon itself has said, or what its architecture makes it count with. */
  private static long pageBytes(Patient patient) {
    List<LogLine> said = patient.log().with(PAGES);
    if (!said.isEmpty()) {
      Matcher bytes = PAGES.matcher(said.get(said.size() - 1).text());
      if (bytes.find()) {
        return Long.parseLong(bytes.group(1));
      }
    }
    boolean arm64 =
        patient.tree().text("proc/cpuinfo").orElse("").matches("(?s).*CPU architecture\\s*: 8.*");
    return arm64 ? ARM64_PAGE : PAGE;
  }
}
