package nightshift.pipelines.measure;

/**
 * What a child may take.
 *
 * @param limitBytes memory
 * @param maxSeconds by the clock
 * @param availableBytes what the machine must keep available for all others
 */
public record Bounds(long limitBytes, double maxSeconds, long availableBytes) {
  private static final long MB = 1 << 20;

  /** A twentieth of the machine, and no less than this, is not for children. */
  private static final long LEAST_AVAILABLE = 96 * MB;

  /**
   * @throws IllegalArgumentException when there is nothing to be taken
   */
  public Bounds {
    if (limitBytes <= 0 || !(maxSeconds > 0)) {
      throw new IllegalArgumentException(
          "limit and time must be more than 0, got " + limitBytes + " and " + maxSeconds);
    }
  }

  /** The same with more time, if there is less. */
  public Bounds withAtLeast(double seconds) {
    return new Bounds(limitBytes, Math.max(seconds, maxSeconds), availableBytes);
  }

  /** Bounds of a child on a machine with so much memory. */
  public static Bounds of(long limitBytes, double maxSeconds, long machineBytes) {
    return new Bounds(limitBytes, maxSeconds, Math.max(LEAST_AVAILABLE, machineBytes / 20));
  }
}
