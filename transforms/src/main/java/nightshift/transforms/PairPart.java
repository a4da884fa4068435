package nightshift.transforms;

import java.io.Serializable;

/**
 * A part of all pairs of a formation: one unit of the distance pass.
 *
 * @param part from 0
 * @param parts how many there are
 */
public record PairPart(FoldSymbols formation, int part, int parts) implements Serializable {}
