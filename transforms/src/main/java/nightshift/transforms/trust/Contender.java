package nightshift.transforms.trust;

/**
 * A strategy as its search left it, to be judged.
 *
 * @param unseen what each fold's champion did on its test days, one fold after the other
 * @param inSampleSharpe annualised, the mean over the folds' champions on their training days
 * @param dsr of the latest fold's champion on its training days
 * @param trials how many different candidates were tried for it
 * @param pbo median over the folds
 */
public record Contender(
    DailySeries unseen, double inSampleSharpe, double dsr, long trials, double pbo) {}
