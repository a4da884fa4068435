package nightshift.pipelines.tuning;

/**
 * What a run may take in the end, of which a twentieth is left: prices and machines differ from day
 * to day.
 *
 * @param bytes resident memory
 * @param seconds by the clock
 */
public record Budget(long bytes, double seconds) {
  private static final double USED = 0.95;

  /** Resident memory that may be taken, in bytes. */
  double usableBytes() {
    return USED * bytes;
  }

  /** Time that may be taken, in seconds. */
  double usableSeconds() {
    return USED * seconds;
  }
}
