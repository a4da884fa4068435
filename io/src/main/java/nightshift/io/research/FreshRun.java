package nightshift.io.research;

/**
 * The name under which a run is made anew that has finished before. Its results are what readers
 * see until the new ones are all there and take their place, in one transaction.
 */
public final class FreshRun {
  private static final String MARK = "+";

  private FreshRun() {}

  /** The name to work under. */
  public static String of(String runId) {
    return runId + MARK;
  }

  /** Whether a name is one to work under. */
  public static boolean is(String runId) {
    return runId.endsWith(MARK);
  }

  /** The name under which readers will see a run. */
  public static String published(String runId) {
    return is(runId) ? runId.substring(0, runId.length() - MARK.length()) : runId;
  }
}
