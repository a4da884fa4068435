package nightshift.pipelines;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nightshift.io.research.MemorySample;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.profiles.ProcessMemory;
import nightshift.profiles.Resources;
import nightshift.transforms.Panels;

/** Writes down every few seconds how much memory there is and is used, while a run goes on. */
final class MemorySampler implements AutoCloseable {
  private static final long MB = 1 << 20;

  private final ResearchDatabase database;
  private final String runId;
  private final long budget;
  private final Alerts alerts;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "memory-sampler");
            thread.setDaemon(true);
            return thread;
          });

  private MemorySampler(ResearchDatabase database, String runId, long budget, Alerts alerts) {
    this.database = database;
    this.runId = runId;
    this.budget = budget;
    this.alerts = alerts;
  }

  /** Takes a sample now and then every {@link Resources#sampleSeconds()}, until it is closed. */
  static MemorySampler start(
      ResearchDatabase database, String runId, Resources resources, Alerts alerts) {
    MemorySampler sampler = new MemorySampler(database, runId, resources.memoryMb() * MB, alerts);
    sampler.clock.scheduleAtFixedRate(
        sampler::sampleOrAlert, 0, resources.sampleSeconds(), TimeUnit.SECONDS);
    return sampler;
  }

  private void sampleOrAlert() {
    try {
      sample();
    } catch (ResearchException | RuntimeException e) {
      alerts.warn("memory_samples", "a memory sample could not be written: " + e.getMessage());
    }
  }

  private void sample() throws ResearchException {
    ProcessMemory memory = ProcessMemory.now();
    database.writeSamples(
        runId,
        List.of(
            new MemorySample(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                memory.resident(),
                memory.virtual(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                memory.available(),
                budget,
                Panels.ofThisProcess().bytes())));
    if (memory.peakResident() > budget) {
      alerts.warn(
          "memory",
          "the process took more than its budget of "
              + budget / MB
              + " MB; lower --maxSymbols or --workers, or raise --memory");
    }
  }

  /** Takes a last sample, and no more. */
  @Override
  public void close() {
    clock.shutdownNow();
    sampleOrAlert();
  }
}
