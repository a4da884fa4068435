package nightshift.io.research;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to look at in the morning. Kind and beginning make it known: written again with the
 * same, it is the same alert, and the last word counts.
 *
 * @param at when it began
 * @param endedAt when it was over; empty when it is not, or is no episode
 * @param severity {@code WARN} or {@code CRITICAL}
 */
public record AlertRow(
    String kind, Instant at, Optional<Instant> endedAt, String severity, String message) {}
