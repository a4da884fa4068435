/**
 * How much of a result is luck: what a search over many candidates would have found in noise, and
 * whether champions beat buy and hold by more than chance allows. Plain functions of daily returns;
 * they know neither prices, nor strategies, nor the database. A figure that is undefined is NaN.
 * Random streams come from a seed that is given, and logarithms are {@link java.lang.StrictMath}'s,
 * so that a figure has the same bits on every machine.
 */
package nightshift.transforms.trust;
