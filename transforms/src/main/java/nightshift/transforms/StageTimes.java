package nightshift.transforms;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much time this process has spent on each {@link Stage}, summed over its workers. It belongs
 * to the process, as the panels do, so that it is the same for every runner; on a cluster it knows
 * of the work of its own process alone.
 *
 * <p>Taking the time costs less than 2 microseconds; it is taken of a unit, a panel or a batch of
 * candidates, never of a candidate.
 */
public final class StageTimes {
  private static final StageTimes OF_THIS_PROCESS = new StageTimes();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Stage, Sum> sums = new EnumMap<>(Stage.class);

  StageTimes() {
    for (Stage stage : Stage.values()) {
      sums.put(stage, new Sum());
    }
  }

  private static final class Sum {
    private final LongAdder wallNanos = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder count = new LongAdder();
  }

  /**
   * What was spent on a stage.
   *
   * @param wallSeconds by the clock, summed over the workers
   * @param cpuSeconds of processor time of the workers; 0 where Java cannot tell
   * @param count how many times
   */
  public record Spent(double wallSeconds, double cpuSeconds, long count) {}

  /** The times of all workers of this process. */
  public static StageTimes ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** Forgets everything: a run begins. */
  public void reset() {
    sums.values()
        .forEach(
            sum -> {
              sum.wallNanos.reset();
              sum.cpuNanos.reset();
              sum.count.reset();
            });
  }

  /** Something that takes time. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does something in this thread, and takes its time, also when it throws. */
  public <T, E extends Exception> T time(Stage stage, Work<T, E> work) throws E {
    long beganWall = System.nanoTime();
    long beganCpu = cpuNanos();
    try {
      return work.run();
    } finally {
      add(sums.get(stage), System.nanoTime() - beganWall, cpuNanos() - beganCpu);
    }
  }

  /** Adds time that was measured otherwise, as one time more. */
  public void add(Stage stage, double wallSeconds, double cpuSeconds) {
    add(sums.get(stage), Math.round(wallSeconds * 1e9), Math.round(cpuSeconds * 1e9));
  }

  private static void add(Sum sum, long wallNanos, long cpuNanos) {
    sum.wallNanos.add(wallNanos);
    sum.cpuNanos.add(cpuNanos);
    sum.count.increment();
  }

  public Spent spent(Stage stage) {
    Sum sum = sums.get(stage);
    return new Spent(sum.wallNanos.sum() / 1e9, sum.cpuNanos.sum() / 1e9, sum.count.sum());
  }

  /** Processor time of this thread; always 0 where Java cannot tell. */
  private static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? Math.max(0, THREADS.getCurrentThreadCpuTime())
        : 0;
  }
}
