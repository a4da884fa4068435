package nightshift.io.research;

/**
 * How far the best value of a parameter wanders from fold to fold.
 *
 * @param folds how many have a best candidate
 * @param latest value of the latest fold
 * @param spread highest less lowest value, as a share of the range that is searched; NaN, which is
 *     written as NULL, with fewer than two folds or a range of one value
 */
public record StabilityRow(
    String strategy,
    String parameter,
    int folds,
    double lowest,
    double highest,
    double latest,
    double spread) {}
