package nightshift.io.research;

import java.time.LocalDate;

/**
 * The best candidate in sample of a strategy and fold of a run that has finished.
 *
 * @param trainTo the last day that it was chosen by
 * @param params JSON
 */
public record EarlierChampion(String runId, String strategy, LocalDate trainTo, String params) {}
