package nightshift.profiles;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The settings that change only what a run costs, never what comes out. MB are 2^20 bytes.
 *
 * @param workers units of work at a time
 * @param memoryMb resident memory that the whole process may use
 * @param budget what of that memory is for what
 * @param jvmFlags other flags of the Java machine; they win over those of the budget
 * @param mallocArenas {@code MALLOC_ARENA_MAX}; empty to leave it to the system
 * @param sampleSeconds how often memory is looked at
 * @param runner what runs the pipeline: {@code DirectRunner} or {@code FlinkRunner}
 */
public record Resources(
    int workers,
    int memoryMb,
    MemoryBudget budget,
    List<String> jvmFlags,
    OptionalInt mallocArenas,
    int sampleSeconds,
    String runner) {

  static final int MIN_MEMORY_MB = 192;

  private static final int BASE_HEAP_MB = 48;
  private static final int WORKER_HEAP_MB = 16;
  private static final long MB = 1 << 20;
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(?!Serial)\\w+GC");

  /**
   * @throws SettingException when a value is not allowed by the table of {@link Settings}
   */
  public Resources {
    jvmFlags = List.copyOf(jvmFlags);
    Settings.WORKERS.check(workers);
    Settings.MEMORY.check(memoryMb);
    Settings.JVM_HEAP.check(budget.heapMb());
    Settings.SAMPLE_SECONDS.check(sampleSeconds);
    Settings.RUNNER.check(runner);
  }

  /** The resource settings among the effective ones, as numbers for their machine. */
  public static Resources of(EffectiveSettings settings) {
    int memory = memory(settings);
    int workers = settings.get(Settings.WORKERS).orElse(settings.machine().cores());
    List<String> flags = settings.get(Settings.JVM_FLAGS);
    return new Resources(
        workers,
        memory,
        MemoryBudget.of(
            memory,
            settings.get(Settings.JVM_HEAP),
            workers,
            CompilerChoice.of(settings) == CompilerChoice.QUICK,
            isSerial(flags)),
        flags,
        settings.get(Settings.MALLOC_ARENAS),
        settings.get(Settings.SAMPLE_SECONDS),
        settings.get(Settings.RUNNER));
  }

  /**
   * What of the heap is for prices: not what is young, nor what Beam and the database take, nor what
   * each worker needs beside them, and at least a quarter. Of a heap of 350 MB, of which 43 are
   * young, with one worker, 243 MB.
   */
  public long panelBytes() {
    int heap = budget.heapMb();
    return Math.max(heap / 4, heap - budget.youngMb() - BASE_HEAP_MB - workers * WORKER_HEAP_MB)
        * MB;
  }

  /** The Java heap. */
  public int heapMb() {
    return budget.heapMb();
  }

  /** Whether the serial collector works: it does unless another is asked for. */
  public boolean isSerial() {
    return isSerial(jvmFlags);
  }

  private static boolean isSerial(List<String> flags) {
    return flags.stream().noneMatch(flag -> COLLECTOR.matcher(flag).matches());
  }

  /**
   * What somebody asked for must be there. What a profile says is meant for an ordinary machine of
   * its kind, and no more than three quarters of a smaller one are taken.
   */
  private static int memory(EffectiveSettings settings) {
    int machine = (int) Math.min(settings.machine().memoryMb(), Integer.MAX_VALUE);
    int wanted = settings.get(Settings.MEMORY).orElse(machine / 2);
    Source source = settings.source(Settings.MEMORY);
    boolean asked = source.layer().compareTo(Source.Layer.PROFILE) > 0;
    if (asked && wanted > machine) {
      throw new SettingException(
          source.subject(Settings.MEMORY)
              + " must be at most the "
              + machine
              + " MB that this machine has, got "
              + wanted);
    }
    int memory = asked ? wanted : Math.min(wanted, machine / 4 * 3);
    if (memory < MIN_MEMORY_MB) {
      throw new SettingException(
          "this machine has "
              + machine
              + " MB of memory: too little, "
              + MIN_MEMORY_MB
              + " MB must be free for Nightshift");
    }
    return memory;
  }
}
