package nightshift.profiles;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the memory of the process is for, part by part; the parts add up to the whole. Each is held
 * by a flag of the Java machine, but for what is native, which has no limit of its own and is left
 * room enough. MB are 2^20 bytes.
 *
 * <p>What Java needs whatever its heap was measured on the nightly job, with the classes from their
 * archive and without, and is rounded up. Of 288 MB, with one worker and both compilers, the heap
 * has 130; of 512 MB, 351.
 *
 * @param heapMb objects, young and old
 * @param youngMb of the heap, where objects are made; memory that is touched for the first time
 *     costs more than a collection, so a short run has few
 * @param classesMb the archive of classes as it is mapped, or as much of metaspace
 * @param codeMb what the compilers make
 * @param stacksMb of all threads
 * @param directMb buffers between files and the heap
 * @param nativeMb the Java machine itself, its compilers and collector, SQLite, and codecs
 */
public record MemoryBudget(
    int heapMb, int youngMb, int classesMb, int codeMb, int stacksMb, int directMb, int nativeMb) {

  private static final int CLASSES_MB = 72;
  private static final int CLASS_SPACE_MB = 32; // a multiple of 16 MB, as Java 25 wants it
  private static final int QUICK_CODE_MB = 20;
  private static final int FULL_CODE_MB = 40;
  private static final int STACK_KB = 512;
  private static final int STACKS_MB = 4;

  /** A buffer that a thread keeps between two reads, at most. */
  private static final int KEPT_BUFFER_BYTES = 1 << 20;

  private static final int DIRECT_MB = 4;
  private static final int DIRECT_WORKER_MB = 2;

  /** The collector's tables take a part of the heap's size more: the serial one's, and others'. */
  private static final int SERIAL_TABLES = 64;

  private static final int OTHER_TABLES = 16;

  /** The smallest heap that a run ends with. */
  static final int MIN_HEAP_MB = 64;

  /** Of the heap, this share is young, in bounds. */
  private static final int YOUNG_SHARE = 8;

  private static final int MIN_YOUNG_MB = 8;
  private static final int FEW_YOUNG_MB = 32;
  private static final int MANY_YOUNG_MB = 256;

  /** The heap begins with so much, and gives back what it does not need any more. */
  private static final int FIRST_HEAP_MB = 64;

  /**
   * Divides an amount of memory.
   *
   * @param memoryMb the whole
   * @param heap the heap by hand; empty for what the other parts leave
   * @param quick whether the quick compiler works alone, which takes less
   * @param serial whether the serial collector works, which takes less
   * @throws SettingException when too little is left for the heap, or the heap leaves too little
   */
  static MemoryBudget of(
      int memoryMb, OptionalInt heap, int workers, boolean quick, boolean serial) {
    int code = quick ? QUICK_CODE_MB : FULL_CODE_MB;
    int stacks = STACKS_MB + (workers + 3) / 4;
    int direct = DIRECT_MB + DIRECT_WORKER_MB * workers;
    int javaItself = quick ? 20 : 32;
    int room = memoryMb - CLASSES_MB - code - stacks - direct - javaItself;
    int tables = serial ? SERIAL_TABLES : OTHER_TABLES;
    int most = (int) ((long) room * tables / (tables + 1));
    if (heap.isPresent() && heap.getAsInt() > most) {
      throw new SettingException(
          "jvm.heap must be at most "
              + Math.max(most, 0)
              + " MB of a memory of "
              + memoryMb
              + " MB, as Java needs the rest, got "
              + heap.getAsInt());
    }
    if (heap.isEmpty() && most < MIN_HEAP_MB) {
      throw new SettingException(
          "a memory of "
              + memoryMb
              + " MB leaves "
              + Math.max(most, 0)
              + " MB for prices and programs, at least "
              + MIN_HEAP_MB
              + " are needed: raise --memory, or lower --workers");
    }
    int heapMb = heap.orElse(most);
    int young = Math.min(heapMb / YOUNG_SHARE, quick ? FEW_YOUNG_MB : MANY_YOUNG_MB);
    return new MemoryBudget(
        heapMb,
        Math.max(MIN_YOUNG_MB, young),
        CLASSES_MB,
        code,
        stacks,
        direct,
        javaItself + room - heapMb);
  }

  /**
   * How another amount of memory would be divided, with the same compilers and a heap that follows
   * from it; empty when it is too little.
   */
  Optional<MemoryBudget> withMemory(int memoryMb, int workers, boolean serial) {
    try {
      return Optional.of(of(memoryMb, OptionalInt.empty(), workers, isQuick(), serial));
    } catch (SettingException tooLittle) {
      return Optional.empty();
    }
  }

  /** Whether the quick compiler works alone. */
  public boolean isQuick() {
    return codeMb == QUICK_CODE_MB;
  }

  /** All parts together. */
  public int totalMb() {
    return heapMb + classesMb + codeMb + stacksMb + directMb + nativeMb;
  }

  /** The flags that hold the parts, for any collector. */
  List<String> flags() {
    return List.of(
        "-Xmx" + heapMb + "m",
        "-Xms" + Math.min(heapMb, Math.max(FIRST_HEAP_MB, 2 * youngMb)) + "m",
        "-XX:MinHeapFreeRatio=20",
        "-XX:MaxHeapFreeRatio=40",
        "-XX:MetaspaceSize=" + classesMb + "m",
        "-XX:MaxMetaspaceSize=" + classesMb + "m",
        "-XX:CompressedClassSpaceSize=" + CLASS_SPACE_MB + "m",
        "-XX:ReservedCodeCacheSize=" + codeMb + "m",
        "-XX:MaxDirectMemorySize=" + directMb + "m",
        "-Djdk.nio.maxCachedBufferSize=" + KEPT_BUFFER_BYTES,
        "-Xss" + STACK_KB + "k",
        "-XX:-UsePerfData");
  }

  /** The flags of the serial collector. */
  List<String> serialFlags() {
    return List.of("-XX:+UseSerialGC", "-Xmn" + youngMb + "m");
  }

  /** One line for people. */
  @Override
  public String toString() {
    return Stream.of(
            part("heap", heapMb),
            part("classes", classesMb),
            part("code", codeMb),
            part("stacks", stacksMb),
            part("direct", directMb),
            part("native", nativeMb))
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private static String part(String name, int mb) {
    return name + " " + mb;
  }
}
