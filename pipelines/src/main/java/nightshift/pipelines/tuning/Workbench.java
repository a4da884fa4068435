package nightshift.pipelines.tuning;

import java.io.IOException;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Measurement;

/** Where jobs are looked at and run. */
public interface Workbench {

  /** What the plan of a job says; nothing is run. */
  Expected expect(Job job);

  /** Runs a job. */
  Measurement measure(Job job) throws IOException, InterruptedException;

  /** The largest value of a number that makes sense on this machine and market for a job. */
  int ceiling(Raise raise, Job job);
}
