package nightshift.transforms.evolve;

import java.util.List;

/**
 * What a search found.
 *
 * @param candidates every distinct candidate that was evaluated, the best first
 * @param generations the generations, in order
 */
public record Evolved(List<Candidate> candidates, List<GenerationStats> generations) {}
