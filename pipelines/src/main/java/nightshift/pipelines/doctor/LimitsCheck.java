package nightshift.pipelines.doctor;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process may have: by ulimit, and of address space by the kernel's accounting. */
final class LimitsCheck implements Check {
  private static final long FEW_FILES = 1024;
  private static final long FEW_PROCESSES = 256;

  /** Java reserves more addresses than it ever fills; in bytes. */
  private static final long FEW_ADDRESSES = 4L << 30;

  private static final long SMALL_FILES = 4L << 30;
  private static final long NEVER_MORE = 2;

  @Override
  public String name() {
    return "limits";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    String limits = patient.tree().text("proc/self/limits").orElse("");
    if (limits.isEmpty()) {
      examination.unseen("there is no /proc/self/limits", "ulimit -a");
    }
    below(limits, "Max address space", FEW_ADDRESSES)
        .ifPresent(
            bytes ->
                examination.warning(
                    "a process may have " + Words.size(bytes) + " of address space (ulimit -v)",
                    "Java reserves addresses that it never fills: virtual size is not memory, and a"
                        + " limit on it ends runs that take little",
                    "ulimit -v unlimited"));
    below(limits, "Max open files", FEW_FILES)
        .ifPresent(
            files ->
                examination.warning(
                    "a process may have " + files + " files open (ulimit -n)",
                    "a run opens its libraries, the database and a file of prices for each worker",
                    "ulimit -n 4096"));
    below(limits, "Max processes", FEW_PROCESSES)
        .ifPresent(
            threads ->
                examination.warning(
                    "a user may have " + threads + " threads (ulimit -u)",
                    "Java needs some dozens, and other programs of this user count too",
                    "ulimit -u 4096"));
    below(limits, "Max file size", SMALL_FILES)
        .ifPresent(
            bytes ->
                examination.warning(
                    "a file may have " + Words.size(bytes) + " (ulimit -f)",
                    "a database or scratch file that meets that ends the run",
                    "ulimit -f unlimited"));
    OptionalLong overcommit = patient.tree().number("proc/sys/vm/overcommit_memory");
    if (overcommit.isPresent() && overcommit.getAsLong() == NEVER_MORE) {
      examination.warning(
          "vm.overcommit_memory is 2",
          "the kernel then counts addresses that are only reserved as if they were memory, of which"
              + " Java has many",
          "sudo sysctl vm.overcommit_memory=0");
    }
    examination.otherwiseOk("files, threads and addresses are enough");
  }

  /** The soft limit, where it is less; {@code unlimited} never is. */
  private static OptionalLong below(String limits, String name, long least) {
    Matcher limit = Pattern.compile("(?m)^" + name + " +(\\d{1,18}) ").matcher(limits);
    return limit.find() && Long.parseLong(limit.group(1)) < least
        ? OptionalLong.of(Long.parseLong(limit.group(1)))
        : OptionalLong.empty();
  }
}
