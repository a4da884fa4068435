package nightshift.pipelines;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nightshift.transforms.Stop;

/**
 * Hears that the process is to end (SIGTERM, Ctrl-C, SIGHUP), has the units dropped, and holds the
 * end up for as long as the run takes to close the database, but no longer than a machine that goes
 * down would wait. The exit status is Java's: 128 and the number of the signal.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 4500;

  private final Thread hook = new Thread(this::interrupt, "interruption");
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean asked;

  private Interruption() {}

  /** Listens until it is closed. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt() {
    asked = true;
    Stop.ofThisProcess().ask();
    try {
      closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is about to end. */
  boolean isAsked() {
    return asked;
  }

  /** Everything is written and said. */
  @Override
  public void close() {
    closed.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException justAsked) {
        // It has nothing to wait for any more.
      }
    }
  }
}
