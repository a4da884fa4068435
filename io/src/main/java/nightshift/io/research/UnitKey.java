package nightshift.io.research;

import java.io.Serializable;

/**
 * By what a unit of a run is known in the ledger.
 *
 * @param fold the test year
 */
public record UnitKey(String strategy, int fold, int island) implements Serializable {}
