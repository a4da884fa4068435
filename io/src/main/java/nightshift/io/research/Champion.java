package nightshift.io.research;

/**
 * A row of the view {@code champions}; numbers that are NULL there are NaN here.
 *
 * @param fold the test year
 * @param params JSON
 */
public record Champion(
    String strategy,
    int fold,
    String params,
    double objective,
    double isSharpe,
    double oosSharpe,
    double oosCagr,
    double oosMaxDrawdown,
    int oosTrades) {}
