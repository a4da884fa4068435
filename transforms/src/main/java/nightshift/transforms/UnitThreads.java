package nightshift.transforms;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Works on each unit in a thread of its own, so that whoever waits for it can go on without it: a
 * strategy that loops for ever cannot be ended in Java. It is asked to break off, which it does
 * between two blocks of symbols, and when it does not, its thread is left to itself: a daemon,
 * which does not keep the process alive. What it holds of memory stays leased for as long as it
 * lives.
 *
 * <p>A unit that meets the end of the heap may have done nothing wrong: another one may have taken
 * it all. It is worked on once more while no other is.
 */
public final class UnitThreads {
  private static final UnitThreads OF_THIS_PROCESS = new UnitThreads();
  private static final long MILLIS_BETWEEN_LOOKS = 100;
  private static final long GRACE_MILLIS = 1000;

  private final ReentrantReadWriteLock together = new ReentrantReadWriteLock(true);
  private volatile long limitNanos = Long.MAX_VALUE;
  private volatile String limit = "";

  UnitThreads() {}

  /** Those of all workers of this process. */
  public static UnitThreads ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /**
   * Sets how long a unit may be worked on, once it has its prices.
   *
   * @param nanos {@link Long#MAX_VALUE} for as long as it takes
   * @param option how that was asked for, for the message of a unit that took longer
   */
  public void setLimit(long nanos, String option) {
    limitNanos = nanos;
    limit = option;
  }

  /** Whether the calling thread works on a unit that nobody waits for any more. */
  static boolean isBrokenOff() {
    return Thread.currentThread() instanceof UnitThread<?> thread && thread.brokenOff;
  }

  private static final class UnitThread<T> extends Thread {
    private final Callable<T> work;
    private final Panels.Lease lease;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean brokenOff;
    private boolean abandoned;
    private boolean over;
    private T result;
    private Throwable failure;

    UnitThread(String name, Panels.Lease lease, Callable<T> work) {
      super(name);
      this.lease = lease;
      this.work = work;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        result = work.call();
      } catch (Throwable e) {
        // Whoever waits decides what it means.
        failure = e;
      } finally {
        end();
      }
    }

    private synchronized void end() {
      over = true;
      ended.countDown();
      if (abandoned) {
        lease.close();
      }
    }

    /** Nobody waits any more: the lease lives as long as the thread. */
    synchronized void leave() {
      if (!over) {
        abandoned = true;
        lease.abandon();
      }
    }

    synchronized boolean isAbandoned() {
      return abandoned;
    }
  }

  /**
   * Works on a unit, and waits for it.
   *
   * @param lease closed when this returns, or else when the work has ended
   * @param work breaks off when {@link #isBrokenOff()}
   * @throws UnitTimeoutException when it takes longer than it may
   * @throws StoppedException when the process is to stop
   * @throws ExecutionException with what the work threw
   */
  <T> T run(Unit unit, Panels.Lease lease, Callable<T> work)
      throws InterruptedException, ExecutionException, UnitTimeoutException {
    return run(unit.toString(), lease, work);
  }

  /** The same for work that is no unit. */
  <T> T run(String name, Panels.Lease lease, Callable<T> work)
      throws InterruptedException, ExecutionException, UnitTimeoutException {
    UnitThread<T> thread = new UnitThread<>(name, lease, work);
    try {
      together.readLock().lockInterruptibly();
      try {
        await(thread);
      } finally {
        together.readLock().unlock();
      }
      if (thread.failure instanceof OutOfMemoryError) {
        thread = new UnitThread<>(name, lease, work);
        together.writeLock().lockInterruptibly();
        try {
          await(thread);
        } finally {
          together.writeLock().unlock();
        }
      }
    } finally {
      if (!thread.isAbandoned()) {
        lease.close();
      }
    }
    if (thread.failure != null) {
      throw new ExecutionException(thread.failure);
    }
    return thread.result;
  }

  /** Returns when the thread has ended; throws when it is left to itself, or was broken off. */
  private void await(UnitThread<?> thread) throws InterruptedException, UnitTimeoutException {
    Stop.ofThisProcess().check();
    long began = System.nanoTime();
    thread.start();
    try {
      while (!thread.ended.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        Stop.ofThisProcess().check();
        if (System.nanoTime() - began > limitNanos) {
          throw new UnitTimeoutException("took longer than " + limit + where(thread));
        }
      }
    } catch (InterruptedException | UnitTimeoutException | StoppedException e) {
      thread.brokenOff = true;
      // It ends in a moment, unless it never looks.
      if (!(e instanceof InterruptedException)) {
        thread.ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      }
      thread.leave();
      throw e;
    }
  }

  private static String where(Thread thread) {
    StackTraceElement[] trace = thread.getStackTrace();
    return trace.length == 0 ? "" : ", at " + trace[0];
  }
}
