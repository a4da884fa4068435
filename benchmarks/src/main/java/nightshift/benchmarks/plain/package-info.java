/**
 * What the kernels are measured against: each strategy as one plain loop over bars in Java, written
 * by hand for speed and without anything kept from one candidate for the next. Indicators, fills,
 * costs and the sum over the symbols are in the same loop, so nothing is called through an
 * interface for a bar. They count on prices without gaps, with all the warm-up that is needed, and
 * so have less to ask for each bar than the real ones.
 */
package nightshift.benchmarks.plain;
