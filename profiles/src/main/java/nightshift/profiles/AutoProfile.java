package nightshift.profiles;

/**
 * The profile for a machine that nobody chose one for.
 *
 * @param profile one of {@link Profile#NAMES}
 * @param reason what was seen that decided it, for people
 */
record AutoProfile(String profile, String reason) {
  /** Below this Nightshift has to be careful, whatever the machine. */
  private static final long SMALL_MB = 3 * 1024;

  /** A machine sold with 8 GB shows a little less. */
  private static final long LARGE_MB = 7 * 1024;

  private static final int MANY_CORES = 4;

  static AutoProfile of(Machine machine) {
    if (machine.memoryMb() < SMALL_MB) {
      return new AutoProfile("pi_safe", "less than 3 GB of memory may be used");
    }
    if (machine.isRaspberryPi()) {
      return machine.memoryMb() < LARGE_MB
          ? new AutoProfile("pi_safe", "a Raspberry Pi with less than 7 GB of memory")
          : new AutoProfile("pi_balanced", "a Raspberry Pi with 7 GB of memory or more");
    }
    if (machine.memoryMb() < LARGE_MB) {
      return new AutoProfile("pi_balanced", "a computer with less than 7 GB of memory");
    }
    if (machine.cores() < MANY_CORES) {
      return new AutoProfile("pi_balanced", "a computer with fewer than 4 cores");
    }
    return new AutoProfile("workstation", "at least 7 GB of memory and 4 cores");
  }
}
