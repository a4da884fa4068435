package nightshift.transforms.evolve;

import java.util.Arrays;
import java.util.Locale;

/** The optimisers that there are. */
public enum Method {
  /** Follows what it finds, and looks at candidates cheaply first: {@link Adaptive}. */
  ADAPTIVE(new Adaptive()),
  /** Populations at fixed rates: {@link Evolution}. */
  GENETIC(Evolution::search),
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

  /** Whether it makes new candidates of good ones. */
  public boolean learns() {
    return this != RANDOM;
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
