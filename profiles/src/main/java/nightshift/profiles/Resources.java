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
  static final int MAX_MEMORY_MB = 1 << 20;

  private static final int BASE_HEAP_MB = 48;
  private static final int WORKER_HEAP_MB = 16;
  private static final long MB = 1 << 20;
  private static final long MAX_KEPT_BYTES = 64 * MB;
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
   * What of the heap is for prices: not what is young, nor what Beam and the database take, nor
   * what each worker needs beside them and keeps of indicators, and at least a fifth. Of a heap of
   * 350 MB, of which 43 are young, with one worker, 213 MB.
   */
  public long panelBytes() {
    return dataBytes() - workers * keptBytes();
  }

  /**
   * What each worker may keep of indicators from one generation to the next: all workers together
   * an eighth of the data, and one no more than 64 MB. Of a heap of 350 MB, with one worker, 30 MB.
   */
  public long keptBytes() {
    return Math.min(MAX_KEPT_BYTES, dataBytes() / 8 / workers);
  }

  /** Prices, and what is kept of indicators. */
  private long dataBytes() {
    int heap = budget.heapMb();
    return Math.max(heap / 4, heap - budget.youngMb() - BASE_HEAP_MB - workers * WORKER_HEAP_MB)
        * MB;
  }

  /**
   * The least memory, in MB, of which so many bytes would be for prices, with as many workers and a
   * heap that follows the memory; the most that can be asked for, where none would do.
   */
  public int memoryForPanels(long bytes) {
    int low = MIN_MEMORY_MB;
    int high = MAX_MEMORY_MB;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hasRoom(middle, bytes)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean hasRoom(int memory, long bytes) {
    return budget
        .withMemory(memory, workers, isSerial())
        .map(
            other ->
                new Resources(
                    workers, memory, other, jvmFlags, mallocArenas, sampleSeconds, runner))
        .filter(other -> other.panelBytes() >= bytes)
        .isPresent();
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
