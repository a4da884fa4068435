package nightshift.benchmarks;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what is compared: bars evaluated, which are candidates times symbols times traded bars,
 * and the time that the thread had a core for them. On a machine to itself that is the time that
 * passed; on a shared one it leaves out the waiting.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Evaluated {
  /** Bars evaluated; JMH divides it by the time that passed. */
  public long bars;

  /** Nanoseconds on a core; JMH divides it by the time that passed. */
  public long cpuNanos;

  /** The thread's time on a core so far, in nanoseconds. */
  static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /**
   * Counts an operation.
   *
   * @param since {@link #cpuTime()} at its beginning
   */
  void count(long evaluated, long since) {
    bars += evaluated;
    cpuNanos += cpuTime() - since;
  }
}
