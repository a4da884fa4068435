package nightshift.transforms.evolve;

/**
 * Searches for the best candidates by a single objective, in the calling thread. The same problem,
 * settings and seed give the same search, whatever else runs.
 */
public interface Optimiser {

  /** Searches; the first generation is drawn at random and evaluated in full, as one batch. */
  Evolved search(Problem problem, EvolutionSettings settings, long seed);
}
