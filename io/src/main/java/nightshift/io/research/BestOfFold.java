package nightshift.io.research;

/**
 * The candidate that was best in sample in a fold, over all islands.
 *
 * @param fold the test year
 * @param params JSON
 */
public record BestOfFold(String strategy, int fold, String params) {}
