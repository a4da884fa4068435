package nightshift.io.parquet;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of the process at a time hold pages of an unusual size, so that the memory for
 * them is needed once, whatever the number of workers. For one thread, which closes it.
 */
final class LargePages implements AutoCloseable {
  private static final ReentrantLock ONE = new ReentrantLock();

  private boolean holds;

  /** Waits for its turn before memory is taken for a page of this size. */
  void enter(long bytes) {
    if (!holds && bytes > ReadLimits.LARGE_PAGE_BYTES) {
      ONE.lock();
      holds = true;
    }
  }

  @Override
  public void close() {
    if (holds) {
      holds = false;
      ONE.unlock();
    }
  }
}
