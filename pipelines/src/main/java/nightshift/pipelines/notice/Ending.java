package nightshift.pipelines.notice;

/**
 * How a run ended.
 *
 * @param result {@code finished}, {@code partial}, {@code failed} or {@code interrupted}
 * @param line all of it in one line, for people
 * @param runId empty where it was not known yet
 * @param database path of the research database
 * @param alerts how many it raised
 */
public record Ending(String result, String line, String runId, String database, int alerts) {}
