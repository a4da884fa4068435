package nightshift.transforms;

/**
 * Whether this process is to stop working on units: somebody wants it to end, or its time is up. No
 * further unit is begun then, and what is being worked on is dropped and leaves nothing; the
 * pipeline runs on to its end with what there is.
 */
public final class Stop {
  private static final Stop OF_THIS_PROCESS = new Stop();

  private volatile boolean asked;

  Stop() {}

  /** That which all workers of this process look at. */
  public static Stop ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** From now on units are dropped. */
  public void ask() {
    asked = true;
  }

  /** A run begins. */
  public void reset() {
    asked = false;
  }

  public boolean isAsked() {
    return asked;
  }

  /**
   * To be called between two pieces of work.
   *
   * @throws StoppedException when it is asked for
   */
  void check() {
    if (asked) {
      throw new StoppedException();
    }
  }
}
