/**
 * Pairs of symbols that go side by side: how far apart every two are, which of them are close, and
 * whether their prices are cointegrated. Plain functions of arrays: they know neither panels nor
 * strategies nor Beam. Sums run in a fixed order and logarithms are {@link java.lang.StrictMath}'s,
 * so that a figure has the same bits on every machine.
 */
package nightshift.transforms.pairs;
