package nightshift.transforms.trust;

/**
 * All there is to say about how far a champion can be trusted. Unseen days are the test days of all
 * folds; on those of a fold without a champion nothing was held. What is undefined is NaN.
 *
 * @param days how many unseen days there are
 * @param sharpe annualised, of the unseen days
 * @param totalReturn of the unseen days, as a fraction
 * @param cagr of the unseen days
 * @param maxDrawdown of the unseen days, 0 or negative
 * @param psr probability that the true Sharpe ratio of the unseen days is above 0
 * @param minTrackRecord how many days would be enough for a PSR of 0.95, if they were like these
 * @param inSampleSharpe annualised, the mean over the folds' champions on their training days
 * @param efficiency {@code sharpe / inSampleSharpe}; NaN where the latter is not above 0
 * @param dsr see {@link Contender}
 * @param trials see {@link Contender}
 * @param pbo see {@link Contender}
 * @param alpha what the unseen days brought beyond their share of buy and hold, a year of 252 days
 * @param beta the share
 * @param alphaP how probable so much alpha is when there is none
 * @param familyAlphaP how probable it is that the best of all contenders has so much of it, in its
 *     own standard errors, when none of them has any
 */
public record Figures(
    int days,
    double sharpe,
    double totalReturn,
    double cagr,
    double maxDrawdown,
    double psr,
    double minTrackRecord,
    double inSampleSharpe,
    double efficiency,
    double dsr,
    long trials,
    double pbo,
    double alpha,
    double beta,
    double alphaP,
    double familyAlphaP) {}
