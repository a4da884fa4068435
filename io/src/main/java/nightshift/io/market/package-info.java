/**
 * Where prices come from: one contract, {@link nightshift.io.market.Market}, and the stores that
 * people have. What a store looks like on disk is known here and nowhere else.
 */
package nightshift.io.market;
