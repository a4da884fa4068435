package nightshift.pipelines;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightshift.io.research.StageRow;
import nightshift.profiles.ProcessMemory;
import nightshift.transforms.Stage;
import nightshift.transforms.StageTimes;
import nightshift.transforms.StageTimes.Bytes;
import nightshift.transforms.StageTimes.Spent;

/**
 * How the time of a run went: for the database, and in a line for people.
 *
 * @param bytes what else is known of each stage
 * @param process since the start of Java, all threads together
 * @param collecting garbage; processor time is not known
 * @param compiling in Java's compilers; processor time is not known
 */
record RunTimes(
    Map<Stage, Spent> stages,
    Map<Stage, Bytes> bytes,
    Spent process,
    Spent collecting,
    Spent compiling) {
  private static final Bytes UNKNOWN = new Bytes(-1, -1);

  /** As it is now. */
  static RunTimes now() {
    Map<Stage, Spent> stages = new EnumMap<>(Stage.class);
    Map<Stage, Bytes> bytes = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      stages.put(stage, StageTimes.ofThisProcess().spent(stage));
      bytes.put(stage, StageTimes.ofThisProcess().bytes(stage));
    }
    return new RunTimes(stages, bytes, ofProcess(), ofCollectors(), ofCompilers());
  }

  /**
   * The pipeline is about to run: what was spent until now, but for listing and the first prices,
   * is start-up.
   */
  static void startedUp() {
    Spent process = ofProcess();
    Spent listing = StageTimes.ofThisProcess().spent(Stage.LISTING);
    Spent reading = StageTimes.ofThisProcess().spent(Stage.READING);
    StageTimes.ofThisProcess()
        .add(
            Stage.START_UP,
            process.wallSeconds() - listing.wallSeconds(),
            Math.max(0, process.cpuSeconds() - listing.cpuSeconds() - reading.cpuSeconds()));
    long peak = ProcessMemory.now().peakResident();
    StageTimes.ofThisProcess().noteResident(Stage.START_UP, peak);
    StageTimes.ofThisProcess().noteResident(Stage.LISTING, peak);
  }

  private static Spent ofProcess() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double wall = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    return new Spent(wall, Math.max(0, system.getProcessCpuTime() / 1e9), 1);
  }

  private static Spent ofCollectors() {
    double seconds = 0;
    long collections = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      seconds += Math.max(0, collector.getCollectionTime()) / 1e3;
      collections += Math.max(0, collector.getCollectionCount());
    }
    return new Spent(seconds, 0, collections);
  }

  private static Spent ofCompilers() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    boolean known = compiler != null && compiler.isCompilationTimeMonitoringSupported();
    return new Spent(known ? compiler.getTotalCompilationTime() / 1e3 : 0, 0, 1);
  }

  List<StageRow> rows() {
    List<StageRow> rows = new ArrayList<>();
    stages.forEach(
        (stage, spent) ->
            rows.add(row(stage.name().toLowerCase(Locale.ROOT), spent, bytes.get(stage))));
    Bytes ofProcess = new Bytes(ProcessMemory.now().peakResident(), UNKNOWN.read());
    rows.add(row("process", process, ofProcess));
    rows.add(row("gc", collecting, UNKNOWN));
    rows.add(row("jit", compiling, UNKNOWN));
    return rows;
  }

  /** Nothing takes no processor time at all: 0 is what Java says when it does not know. */
  private static StageRow row(String stage, Spent spent, Bytes bytes) {
    boolean known = spent.cpuSeconds() > 0;
    return new StageRow(
        stage,
        known ? spent.cpuSeconds() : Double.NaN,
        spent.wallSeconds(),
        spent.count(),
        bytes.peakResident(),
        bytes.read());
  }

  /** The shares of the process' time, the kernels being part of others. */
  String line() {
    StringBuilder line = new StringBuilder();
    double rest = 1;
    for (Stage stage : Stage.values()) {
      if (stage != Stage.KERNELS) {
        rest -= share(stage);
        line.append(part(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'), share(stage)))
            .append(", ");
      }
    }
    return String.format(
        Locale.ROOT,
        "%s%s; %s; %s",
        line,
        part("Beam and Java", Math.max(0, rest)),
        part("in kernels", share(Stage.KERNELS)),
        processorKnown()
            ? RunProgress.duration(process.cpuSeconds()) + " of processor time"
            : "by the clock");
  }

  private static String part(String name, double share) {
    return String.format(Locale.ROOT, "%s %.0f %%", name, 100 * share);
  }

  private double share(Stage stage) {
    Spent spent = stages.get(stage);
    return processorKnown()
        ? spent.cpuSeconds() / process.cpuSeconds()
        : spent.wallSeconds() / process.wallSeconds();
  }

  private boolean processorKnown() {
    return process.cpuSeconds() > 0;
  }
}
