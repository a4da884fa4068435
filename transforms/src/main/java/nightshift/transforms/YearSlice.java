package nightshift.transforms;

import java.io.Serializable;

/**
 * The key of a slice of the market: one symbol in one calendar year, and how much there is of it.
 *
 * @param bars how many bars at most
 */
public record YearSlice(String symbol, int year, int bars) implements Serializable {}
