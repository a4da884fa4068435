/**
 * Figures of performance, from daily returns and from trades, and what the search makes of them:
 * the objective and the score. Plain functions of arrays: they know neither prices nor strategies.
 * A year has 252 trading days; the risk-free rate is given for a day. A figure that is undefined is
 * NaN, never 0 and never infinite. Sums run in the order of the array, and powers are {@link
 * java.lang.StrictMath}'s, so that a figure has the same bits on every machine.
 */
package nightshift.transforms.stats;
