package nightshift.io.research;

import java.io.Serializable;

/**
 * A pair of symbols as it was formed: found by a refresh, or traded by a unit's best candidate. NaN
 * is written as NULL.
 *
 * @param formationFrom first day of the formation, ISO text
 * @param formationTo last day, inclusive
 * @param rank from 1, the closest, within its formation
 * @param sector that both are in; empty where none is known
 * @param params JSON, of the candidate that traded it; empty for a refresh
 */
public record PairRow(
    String formationFrom,
    String formationTo,
    int rank,
    String symbolA,
    String symbolB,
    String sector,
    String params,
    double distance,
    double correlation,
    double hedgeRatio,
    double intercept,
    double adf,
    int lags,
    double pValue,
    double halfLife)
    implements Serializable {}
