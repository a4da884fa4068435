package nightshift.io.research;

import java.time.Instant;

/**
 * A refresh of the pairs of a market. It is no run: nothing that reads runs sees it.
 *
 * @param id a hash of what decides what it finds
 * @param market the market's name
 * @param settings JSON
 * @param symbols how many were asked for
 * @param complete how many of these have a bar on every day of the formation
 * @param formationFrom first day of the formation, ISO text
 * @param formationTo last day, inclusive
 */
public record RefreshRow(
    String id,
    String market,
    String settings,
    int symbols,
    int complete,
    String formationFrom,
    String formationTo,
    Instant at) {}
