package nightshift.io.research;

import java.time.Instant;

/**
 * The memory of this process and machine at one moment, in bytes where nothing else is said; -1, or
 * NaN, where it is not known.
 *
 * @param rssBytes resident size of the process
 * @param peakRssBytes the largest resident size since the sample before
 * @param fileRssBytes of the resident size: pages of mapped files
 * @param vszBytes virtual size of the process
 * @param swapBytes of the process in swap
 * @param heapBytes used of Java's heap
 * @param mappedBytes files that Java has mapped as buffers, resident or not
 * @param budgetBytes what the process may use
 * @param leasedBytes panels
 * @param machine what is around the process
 */
public record MemorySample(
    Instant at,
    long rssBytes,
    long peakRssBytes,
    long fileRssBytes,
    long vszBytes,
    long swapBytes,
    long heapBytes,
    long mappedBytes,
    long budgetBytes,
    long leasedBytes,
    Machine machine) {

  /**
   * What is around the process.
   *
   * @param availableBytes what the machine could still give
   * @param cgroupBytes of the control group with the least room, page cache included
   * @param cgroupCacheBytes of that, the page cache
   * @param cgroupLimitBytes the group's limit; -1 also for none
   * @param stallSome per cent of the last ten seconds in which a task waited for memory
   * @param stallFull the same for all tasks
   * @param temperature degrees Celsius
   * @param throttled 1 under-voltage, 2 frequency capped, 4 throttled, 8 soft limit; their sum
   */
  public record Machine(
      long availableBytes,
      long cgroupBytes,
      long cgroupCacheBytes,
      long cgroupLimitBytes,
      double stallSome,
      double stallFull,
      double temperature,
      int throttled) {}
}
