package nightshift.profiles;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether memory is so short that a run should take no new work, and for as long as that is so.
 *
 * <p>Room is what the machine, or the control group without its page cache, could still give. There
 * is too little of it below a tenth of the whole, or below half of what this process has left of
 * its budget, whichever is less; it is over above {@link #AMPLE} times as much. So a process that
 * has what it needs is not held up by its own size: 512 MB of budget in a group of 512 MB, of which
 * it has taken 400, leave 112 MB of room and ask for 51. Of the machine, three hundredths must be
 * left in any case.
 *
 * <p>Memory is short as well while the kernel reports stalls of {@link #SOME} or {@link #FULL}.
 */
public final class MemoryShortage {
  /** Of the machine's memory, or of the control group's limit. */
  static final double SHARE = 0.10;

  /** Of what the process has left of its budget. */
  static final double GROWTH = 0.5;

  /** Of the machine's memory, whatever this process has left of its budget. */
  static final double FLOOR = 0.03;

  /** So many times the room that is asked for ends a shortage. */
  static final double AMPLE = 1.5;

  /** Per cent of ten seconds in which some task waited for memory. */
  static final Level SOME = new Level(40, 20);

  /** Per cent of ten seconds in which all waited. */
  static final Level FULL = new Level(10, 5);

  private final long budget;
  private boolean some;
  private boolean full;
  private boolean machine;
  private boolean cgroup;

  /**
   * @param budget resident bytes that this process may use
   */
  public MemoryShortage(long budget) {
    this.budget = budget;
  }

  /**
   * Looks at the vitals of a moment, later than those before.
   *
   * @return why memory is short, for people; empty when it is not
   */
  public synchronized Optional<String> look(Vitals vitals) {
    ProcessMemory process = vitals.process();
    some = SOME.holds(vitals.stall().some(), some);
    full = FULL.holds(vitals.stall().full(), full);
    machine = machine(process);
    cgroup =
        vitals
            .cgroup()
            .filter(CgroupMemory::isLimited)
            .map(group -> tooLittle(group.room(), asked(group.limit(), process), cgroup))
            .orElse(false);
    if (cgroup) {
      return Optional.of(left("the control group", vitals.cgroup().orElseThrow()));
    }
    if (machine) {
      return Optional.of(left("the machine", process.available(), process.total()));
    }
    if (some || full) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "work waited for memory in %.0f %% of ten seconds, all of it in %.0f %%",
              vitals.stall().some(),
              vitals.stall().full()));
    }
    return Optional.empty();
  }

  private boolean machine(ProcessMemory process) {
    if (process.available() < 0 || process.total() <= 0) {
      return false;
    }
    double asked = Math.max(asked(process.total(), process), FLOOR * process.total());
    return tooLittle(process.available(), asked, machine);
  }

  private double asked(long whole, ProcessMemory process) {
    long growth = Math.max(0, budget - Math.max(0, process.resident()));
    return Math.min(SHARE * whole, GROWTH * growth);
  }

  private static boolean tooLittle(long room, double asked, boolean before) {
    return room < (before ? AMPLE * asked : asked);
  }

  private static String left(String whose, CgroupMemory group) {
    return left(whose, group.room(), group.limit());
  }

  private static String left(String whose, long room, long whole) {
    return whose + " had " + Alarm.mb(room) + " of " + Alarm.mb(whole) + " left";
  }
}
