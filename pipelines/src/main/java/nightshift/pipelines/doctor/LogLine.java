package nightshift.pipelines.doctor;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a log.
 *
 * @param at when; empty where the log does not say
 * @param text what follows time and host: program and message
 */
record LogLine(Optional<Instant> at, String text) {}
