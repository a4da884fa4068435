package nightshift.profiles;

import java.util.Locale;
import java.util.Optional;

/**
 * What alerts are raised for, and from which level on. This table is the one place where these
 * levels stand; those at which a run takes no new work are in {@link MemoryShortage}.
 *
 * <table>
 * <caption>raised from, over below</caption>
 * <tr><th></th><th>WARN</th><th>CRITICAL</th></tr>
 * <tr><td>memory_budget: resident size, share of the budget</td>
 *     <td>1.00, 0.95</td><td>1.15, 1.05</td></tr>
 * <tr><td>machine_memory: share of the machine's memory that is not available</td>
 *     <td>0.90, 0.85</td><td>0.95, 0.92</td></tr>
 * <tr><td>cgroup_memory: share of the group's limit that is in use, page cache left out</td>
 *     <td>0.95, 0.90</td><td>0.98, 0.95</td></tr>
 * <tr><td>memory_stall: per cent of ten seconds in which all tasks waited for memory</td>
 *     <td>10, 5</td><td>40, 20</td></tr>
 * <tr><td>temperature: degrees Celsius</td><td>85, 80</td><td>95, 90</td></tr>
 * <tr><td>throttled: 1 capped or at the soft limit, 2 throttled or under-voltage</td>
 *     <td>1, 1</td><td>2, 2</td></tr>
 * </table>
 */
public enum Alarm {
  MEMORY_BUDGET(new Level(1.00, 0.95), new Level(1.15, 1.05)) {
    @Override
    double value(Vitals vitals, long budget) {
      long resident = vitals.process().resident();
      return resident < 0 ? Double.NaN : (double) resident / budget;
    }

    @Override
    String text(Vitals vitals, long budget) {
      return mb(vitals.process().resident())
          + " resident, of a budget of "
          + mb(budget)
          + "; lower --maxSymbols or --workers, or raise --memory";
    }
  },

  MACHINE_MEMORY(new Level(0.90, 0.85), new Level(0.95, 0.92)) {
    @Override
    double value(Vitals vitals, long budget) {
      ProcessMemory memory = vitals.process();
      return memory.available() < 0 || memory.total() <= 0
          ? Double.NaN
          : 1 - (double) memory.available() / memory.total();
    }

    @Override
    String text(Vitals vitals, long budget) {
      return "the machine had "
          + mb(vitals.process().available())
          + " of its "
          + mb(vitals.process().total())
          + " available, "
          + mb(vitals.process().resident())
          + " were taken by this run";
    }
  },

  CGROUP_MEMORY(new Level(0.95, 0.90), new Level(0.98, 0.95)) {
    @Override
    double value(Vitals vitals, long budget) {
      return limited(vitals)
          .map(group -> (double) group.needed() / Math.max(1, group.limit()))
          .orElse(Double.NaN);
    }

    @Override
    String text(Vitals vitals, long budget) {
      CgroupMemory group = limited(vitals).orElseThrow();
      return "the control group needed "
          + mb(group.needed())
          + " of its limit of "
          + mb(group.limit())
          + ", "
          + mb(vitals.process().resident())
          + " were taken by this run";
    }

    private Optional<CgroupMemory> limited(Vitals vitals) {
      return vitals.cgroup().filter(CgroupMemory::isLimited);
    }
  },

  MEMORY_STALL(new Level(10, 5), new Level(40, 20)) {
    @Override
    double value(Vitals vitals, long budget) {
      return vitals.stall().full();
    }

    @Override
    String text(Vitals vitals, long budget) {
      return String.format(
          Locale.ROOT,
          "everything waited for memory in %.0f %% of ten seconds",
          vitals.stall().full());
    }
  },

  TEMPERATURE(new Level(85, 80), new Level(95, 90)) {
    @Override
    double value(Vitals vitals, long budget) {
      return vitals.thermal().celsius();
    }

    @Override
    String text(Vitals vitals, long budget) {
      return String.format(
          Locale.ROOT,
          "%.1f degrees Celsius; see to cooling, or lower --workers",
          vitals.thermal().celsius());
    }
  },

  THROTTLED(new Level(1, 1), new Level(2, 2)) {
    private static final int SEVERE = Thermal.UNDER_VOLTAGE | Thermal.THROTTLED;

    @Override
    double value(Vitals vitals, long budget) {
      int bits = vitals.thermal().throttled();
      if (bits < 0) {
        return Double.NaN;
      }
      return bits == 0 ? 0 : (bits & SEVERE) == 0 ? 1 : 2;
    }

    @Override
    String text(Vitals vitals, long budget) {
      return "the machine slowed down: "
          + vitals.thermal().throttling()
          + "; see to power supply and cooling";
    }
  };

  private final Level warn;
  private final Level critical;

  Alarm(Level warn, Level critical) {
    this.warn = warn;
    this.critical = critical;
  }

  /** What is compared with the levels; NaN where it is unknown. */
  abstract double value(Vitals vitals, long budget);

  /** What to say of a value that is too much. */
  abstract String text(Vitals vitals, long budget);

  /** As the database has it: {@code memory_budget}. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How bad a value is.
   *
   * @param before how bad it was so far; empty for not at all
   * @return empty for not at all
   */
  Optional<Severity> severity(double value, Optional<Severity> before) {
    boolean wasCritical = before.equals(Optional.of(Severity.CRITICAL));
    if (critical.holds(value, wasCritical)) {
      return Optional.of(Severity.CRITICAL);
    }
    return warn.holds(value, before.isPresent()) ? Optional.of(Severity.WARN) : Optional.empty();
  }

  /** Bytes for people, in MB of 2^20. */
  static String mb(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
