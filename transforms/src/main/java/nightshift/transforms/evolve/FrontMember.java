package nightshift.transforms.evolve;

/**
 * A candidate that no other candidate of the search dominates.
 *
 * @param crowding how much room it has on the front, see {@link FrontSelection#crowding}; infinite
 *     at the front's ends
 */
public record FrontMember(Candidate candidate, double crowding) {}
