package nightshift.io.research;

import java.time.Instant;

/** The memory of this process and machine at one moment, in bytes; -1 where it is not known. */
public record MemorySample(
    Instant at,
    long rssBytes,
    long vszBytes,
    long heapBytes,
    long availableBytes,
    long budgetBytes,
    long leasedBytes) {}
