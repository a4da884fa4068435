package nightshift.transforms;

import java.io.Serializable;
import java.util.List;
import nightshift.transforms.pairs.NearPair;

/**
 * The closest pairs of a part, or of all, closest first.
 *
 * @param from first day of the formation, ISO text
 * @param to last day, inclusive
 * @param complete how many symbols have a bar on each of its days
 * @param rank of the first of the pairs among all, from 1
 */
public record FoundPairs(
    FoldSymbols formation, String from, String to, int complete, int rank, List<NearPair> pairs)
    implements Serializable {}
