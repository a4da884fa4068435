package nightshift.transforms.evolve;

import java.util.Arrays;
import java.util.Locale;

/** The optimisers that there are. */
public enum Method {
  /** Follows what it finds, and looks at candidates cheaply first: {@link Adaptive}. */
  ADAPTIVE(new Adaptive()),
  /** Populations at fixed rates: {@link Evolution}. */
  GENETIC(
      (problem, settings, seed) ->
          Evolution.search(
              problem.parameters(),
              problem.canonical(),
              batch -> problem.ladder().score(problem.ladder().top(), batch),
              settings,
              seed)),
  /** Draws candidates and learns nothing from them: {@link RandomSearch}. */
  RANDOM(new RandomSearch());

  private final Optimiser optimiser;

  Method(Optimiser optimiser) {
    this.optimiser = optimiser;
  }

  /** As it is written in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The optimiser itself; without state, shared. */
  public Optimiser optimiser() {
    return optimiser;
  }

  /** Whether it looks at candidates on the lower rungs of a {@link Ladder} first. */
  public boolean climbs() {
    return this == ADAPTIVE;
  }

  /**
   * The one with a label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Method of(String label) {
    return Arrays.stream(values())
        .filter(method -> method.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "optimizer must be one of "
                        + Arrays.stream(values()).map(Method::label).toList()
                        + ", got "
                        + label));
  }
}
