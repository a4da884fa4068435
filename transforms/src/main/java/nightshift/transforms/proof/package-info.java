/**
 * Proves, as far as trying can, that a strategy does not look ahead, how much warm-up it needs, and
 * that it keeps the other promises of {@link nightshift.transforms.strategy.Strategy}: it is run on
 * prices that differ in what must not matter, and its positions are compared to the bit. Pure
 * computation: no Beam, no files, no database, no clock.
 */
package nightshift.transforms.proof;
