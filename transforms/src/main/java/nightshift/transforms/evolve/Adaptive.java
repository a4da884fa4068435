package nightshift.transforms.evolve;

/**
 * Spends evaluations where they promise most. After a random first generation it breeds a few
 * children at a time:
 *
 * <ul>
 *   <li>Which {@link Moves} are made, and how far they go, follows what was better than its parent
 *       lately. The population shrinks while the best gets better, and grows when it does not.
 *   <li>Of many ideas those are taken whose {@link Neighbours} are good.
 *   <li>They {@link Race} on the lower rungs of the ladder for the places on the last.
 *   <li>When the best of a population has stayed the same, another begins elsewhere.
 * </ul>
 *
 * <p>It may spend as much as the genetic search can, counted in bar evaluations, and ends earlier
 * when it has spent {@link EvolutionSettings#steadyGenerations()} whole generations since the best
 * got better. The settings' budget ends the search and changes nothing before that.
 */
final class Adaptive implements Optimiser {

  @Override
  public Evolved search(Problem problem, EvolutionSettings settings, long seed) {
    return new AdaptiveSearch(problem, settings, seed).run();
  }
}
