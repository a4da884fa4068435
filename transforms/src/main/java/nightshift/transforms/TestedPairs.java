package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.io.research.PairRow;

/** Pairs with all that is known of them. */
public record TestedPairs(FoundPairs found, List<PairRow> rows) implements Serializable {}
