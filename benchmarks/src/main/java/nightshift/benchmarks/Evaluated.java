package nightshift.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what is compared: candidates times symbols times traded bars. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Evaluated {
  /** Bars evaluated; JMH divides it by the time. */
  public long bars;
}
