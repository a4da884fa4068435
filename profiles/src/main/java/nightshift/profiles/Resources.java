package nightshift.profiles;

import java.util.List;
import java.util.OptionalInt;

/**
 * The settings that change only what a run costs, never what comes out. MB are 2^20 bytes.
 *
 * @param workers units of work at a time
 * @param memoryMb resident memory that the whole process may use
 * @param heapMb the Java heap, less than the memory
 * @param jvmFlags other flags of the Java machine
 * @param mallocArenas {@code MALLOC_ARENA_MAX}; empty to leave it to the system
 * @param sampleSeconds how often memory is looked at
 * @param runner what runs the pipeline: {@code DirectRunner} or {@code FlinkRunner}
 */
public record Resources(
    int workers,
    int memoryMb,
    int heapMb,
    List<String> jvmFlags,
    OptionalInt mallocArenas,
    int sampleSeconds,
    String runner) {

  static final int MIN_MEMORY_MB = 192;
  static final int MIN_HEAP_MB = 64;
  static final int MAX_MEMORY_MB = 1 << 20;

  private static final int BASE_HEAP_MB = 96;
  private static final int WORKER_HEAP_MB = 16;
  private static final long MB = 1 << 20;
  private static final long MAX_KEPT_BYTES = 64 * MB;

  /** What a Java machine with a serial collector needs besides its heap. */
  private static final int MIN_NATIVE_MB = MIN_MEMORY_MB - MIN_HEAP_MB;

  /**
   * @throws SettingException when a value is not allowed by the table of {@link Settings}, or the
   *     heap is not less than the memory
   */
  public Resources {
    jvmFlags = List.copyOf(jvmFlags);
    Settings.WORKERS.check(workers);
    Settings.MEMORY.check(memoryMb);
    Settings.JVM_HEAP.check(heapMb);
    Settings.SAMPLE_SECONDS.check(sampleSeconds);
    Settings.RUNNER.check(runner);
    if (heapMb >= memoryMb) {
      throw new SettingException(
          "jvm.heap must be less than the memory of " + memoryMb + " MB, got " + heapMb);
    }
  }

  /** The resource settings among the effective ones, as numbers for their machine. */
  public static Resources of(EffectiveSettings settings) {
    int memory = memory(settings);
    return new Resources(
        settings.get(Settings.WORKERS).orElse(settings.machine().cores()),
        memory,
        settings.get(Settings.JVM_HEAP).orElse(heap(memory)),
        settings.get(Settings.JVM_FLAGS),
        settings.get(Settings.MALLOC_ARENAS),
        settings.get(Settings.SAMPLE_SECONDS),
        settings.get(Settings.RUNNER));
  }

  /**
   * What of the heap is for prices: not what Beam and the database take, nor what each worker needs
   * beside them, and at least a quarter. Of a heap of 384 MB, with one worker, 240 MB.
   */
  public long panelBytes() {
    return dataBytes() - workers * keptBytes();
  }

  /**
   * What each worker may keep of indicators from one generation to the next: all workers together
   * an eighth of the data, and one no more than 64 MB. Of a heap of 384 MB, with one worker, 32 MB.
   */
  public long keptBytes() {
    return Math.min(MAX_KEPT_BYTES, dataBytes() / 8 / workers);
  }

  /** Prices, and what is kept of indicators. */
  private long dataBytes() {
    return Math.max(heapMb / 4, heapMb - BASE_HEAP_MB - workers * WORKER_HEAP_MB) * MB;
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
      if (withMemory(middle).panelBytes() < bytes) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Resources withMemory(int memory) {
    return new Resources(
        workers, memory, heap(memory), jvmFlags, mallocArenas, sampleSeconds, runner);
  }

  /**
   * The heap for an amount of memory: three quarters of it, and at least 128 MB less. Of 512 MB,
   * 384 MB are heap; of 256 MB, 128 MB.
   */
  private static int heap(int memoryMb) {
    return memoryMb - Math.max(memoryMb / 4, MIN_NATIVE_MB);
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
