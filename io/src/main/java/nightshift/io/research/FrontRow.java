package nightshift.io.research;

/**
 * A row of the table {@code fronts}: a member by one of the objectives, in sample.
 *
 * @param params JSON
 * @param value the figure itself, also where it is to be small
 * @param trades in sample
 */
public record FrontRow(
    String strategy, int island, String params, String objective, double value, int trades) {}
