package nightshift.transforms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import nightshift.transforms.backtest.Workbench;

/**
 * The workbenches of this process: as many as there are workers at a time, handed from unit to unit
 * so that their arrays are made once.
 */
public final class Workbenches {
  private static final Workbenches OF_THIS_PROCESS = new Workbenches();

  private final Deque<Workbench> free = new ArrayDeque<>();
  private long keptBytes;

  private Workbenches() {}

  /** The workbenches that all workers of this process share. */
  public static Workbenches ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** Sets how many bytes of indicators each may keep; those that there are are let go. */
  public synchronized void setKeptBytes(long bytes) {
    keptBytes = bytes;
    free.clear();
  }

  /** Does some work with a workbench that nobody else has meanwhile. */
  <T> T with(Function<Workbench, T> work) {
    Workbench bench = take();
    T done = work.apply(bench);
    // One on which work was broken off is not used again.
    giveBack(bench);
    return done;
  }

  private synchronized Workbench take() {
    return free.isEmpty() ? new Workbench(keptBytes, UnitThreads::isBrokenOff) : free.pop();
  }

  private synchronized void giveBack(Workbench bench) {
    if (bench.keptBytes() == keptBytes) {
      free.push(bench);
    }
  }
}
