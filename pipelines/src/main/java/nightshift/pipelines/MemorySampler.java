package nightshift.pipelines;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nightshift.io.research.MemorySample;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.profiles.AlarmWatch;
import nightshift.profiles.CgroupMemory;
import nightshift.profiles.MemoryShortage;
import nightshift.profiles.ResidentSize;
import nightshift.profiles.Resources;
import nightshift.profiles.Vitals;
import nightshift.transforms.Panels;
import nightshift.transforms.StageTimes;

/**
 * Looks after the memory of a run while it goes on: ten times a second at its resident size, for
 * the peaks; once a second at all vitals, for alerts; and every {@link Resources#sampleSeconds()}
 * it writes a sample down. While memory is short, workers are held back.
 */
final class MemorySampler implements AutoCloseable {
  private static final long MB = 1 << 20;
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_A_SECOND = 10;

  private final ResearchDatabase database;
  private final String runId;
  private final long budget;
  private final int sampleTicks;
  private final Alerts alerts;
  private final AlarmWatch watch;
  private final Vitals.Probe probe = Vitals.Probe.here();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "memory-sampler");
            thread.setDaemon(true);
            return thread;
          });
  private long ticks;
  private long peak = -1;

  private MemorySampler(
      ResearchDatabase database, String runId, Resources resources, Alerts alerts) {
    this.database = database;
    this.runId = runId;
    this.budget = resources.memoryMb() * MB;
    this.sampleTicks = resources.sampleSeconds() * TICKS_A_SECOND;
    this.alerts = alerts;
    this.watch = new AlarmWatch(budget);
  }

  /** Takes a sample now and then every {@link Resources#sampleSeconds()}, until it is closed. */
  static MemorySampler start(
      ResearchDatabase database, String runId, Resources resources, Alerts alerts) {
    MemorySampler sampler = new MemorySampler(database, runId, resources, alerts);
    MemoryShortage shortage = new MemoryShortage(sampler.budget);
    Panels.ofThisProcess()
        .gate()
        .watch(() -> shortage.look(sampler.probe.read()), new HeldBackAlert(alerts));
    sampler.clock.scheduleWithFixedDelay(
        sampler::tickOrAlert, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return sampler;
  }

  private void tickOrAlert() {
    try {
      tick();
    } catch (ResearchException | RuntimeException e) {
      alerts.warn("memory_samples", "a memory sample could not be written: " + e.getMessage());
    }
  }

  private void tick() throws ResearchException {
    long resident = ResidentSize.now();
    peak = Math.max(peak, resident);
    StageTimes.ofThisProcess().noteResident(resident);
    if (ticks % TICKS_A_SECOND == 0) {
      Vitals vitals = probe.read();
      watch.look(vitals).forEach(this::alert);
      Panels.ofThisProcess().gate().check();
      if (ticks % sampleTicks == 0) {
        write(vitals);
      }
    }
    ticks++;
  }

  private void alert(AlarmWatch.Change change) {
    if (change.over()) {
      alerts.close(change.alarm().kind(), change.severity(), change.text());
    } else {
      alerts.open(change.alarm().kind(), change.severity(), change.text());
    }
  }

  private void write(Vitals vitals) throws ResearchException {
    database.writeSamples(runId, List.of(sample(vitals)));
    peak = -1;
  }

  private MemorySample sample(Vitals vitals) {
    return new MemorySample(
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        vitals.process().resident(),
        Math.max(peak, vitals.process().resident()),
        vitals.process().mapped(),
        vitals.process().virtual(),
        vitals.process().swapped(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        mappedBuffers(),
        budget,
        Panels.ofThisProcess().bytes(),
        machine(vitals));
  }

  private static MemorySample.Machine machine(Vitals vitals) {
    Optional<CgroupMemory> group = vitals.cgroup();
    return new MemorySample.Machine(
        vitals.process().available(),
        group.map(CgroupMemory::usage).orElse(-1L),
        group.map(CgroupMemory::cache).orElse(-1L),
        group.map(CgroupMemory::limit).orElse(-1L),
        vitals.stall().some(),
        vitals.stall().full(),
        vitals.thermal().celsius(),
        vitals.thermal().throttled());
  }

  private static long mappedBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("mapped"))
        .mapToLong(BufferPoolMXBean::getTotalCapacity)
        .findFirst()
        .orElse(-1);
  }

  /** Takes a last sample, and no more; nobody is held back any longer. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      clock.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ticks = 0;
    tickOrAlert();
    Panels.ofThisProcess().gate().unwatch();
  }
}
