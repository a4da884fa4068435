package nightshift.transforms;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import nightshift.profiles.ResidentSize;
import nightshift.profiles.ThreadReads;

/**
 * How much time this process has spent on each {@link Stage}, summed over its workers. It belongs
 * to the process, as the panels do, so that it is the same for every runner; on a cluster it knows
 * of the work of its own process alone.
 *
 * <p>Taking the time costs less than 2 microseconds; it is taken of a unit, a panel or a batch of
 * candidates, never of a candidate. What was read, and how much is resident, is asked of the
 * kernel, which costs some ten microseconds more; not of a batch.
 */
public final class StageTimes {
  private static final StageTimes OF_THIS_PROCESS = new StageTimes();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long UNKNOWN = -1;
  private static final boolean READS_KNOWN = ThreadReads.bytes() >= 0;

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
    private final LongAdder readBytes = new LongAdder();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong peakResident = new AtomicLong(UNKNOWN);
  }

  /**
   * What was spent on a stage.
   *
   * @param wallSeconds by the clock, summed over the workers
   * @param cpuSeconds of processor time of the workers; 0 where Java cannot tell
   * @param count how many times
   */
  public record Spent(double wallSeconds, double cpuSeconds, long count) {}

  /**
   * What else is known of a stage, in bytes; -1 where nobody could tell.
   *
   * @param peakResident the largest resident size of the process when it was looked at while a
   *     worker was on the stage, or had just left it
   * @param read by the workers on it, from files that are not mapped
   */
  public record Bytes(long peakResident, long read) {}

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
              sum.readBytes.reset();
              sum.peakResident.set(UNKNOWN);
            });
  }

  /** Something that takes time. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does something in this thread, and takes its time, also when it throws. */
  public <T, E extends Exception> T time(Stage stage, Work<T, E> work) throws E {
    Sum sum = sums.get(stage);
    long beganReads = readBytes(stage);
    long beganWall = System.nanoTime();
    long beganCpu = cpuNanos();
    sum.active.incrementAndGet();
    try {
      return work.run();
    } finally {
      sum.active.decrementAndGet();
      add(sum, System.nanoTime() - beganWall, cpuNanos() - beganCpu);
      if (isAsked(stage)) {
        sum.readBytes.add(readBytes(stage) - beganReads);
        noteResident(stage, ResidentSize.now());
      }
    }
  }

  /** The process had so many bytes in memory just now: the stages that are worked on know. */
  public void noteResident(long bytes) {
    for (Sum sum : sums.values()) {
      if (sum.active.get() > 0) {
        sum.peakResident.accumulateAndGet(bytes, Math::max);
      }
    }
  }

  /** The process had so many bytes in memory at most while it was on a stage. */
  public void noteResident(Stage stage, long bytes) {
    sums.get(stage).peakResident.accumulateAndGet(bytes, Math::max);
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

  public Bytes bytes(Stage stage) {
    Sum sum = sums.get(stage);
    boolean known = READS_KNOWN && isAsked(stage);
    return new Bytes(sum.peakResident.get(), known ? sum.readBytes.sum() : UNKNOWN);
  }

  /** Of which stages the kernel is asked: of kernels too often, of start-up never. */
  private static boolean isAsked(Stage stage) {
    return stage != Stage.KERNELS && stage != Stage.START_UP;
  }

  /** What this thread has read so far; always the same where it is not known. */
  private static long readBytes(Stage stage) {
    return isAsked(stage) ? ThreadReads.bytes() : UNKNOWN;
  }

  /** Processor time of this thread; always 0 where Java cannot tell. */
  private static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? Math.max(0, THREADS.getCurrentThreadCpuTime())
        : 0;
  }
}
