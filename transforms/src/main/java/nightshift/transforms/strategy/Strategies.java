package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The strategies on the class path: those that come with the project, and those of other jars. */
public final class Strategies {
  private Strategies() {}

  /**
   * All strategies that the thread's class loader finds, by name.
   *
   * @throws IllegalStateException when one cannot be loaded, is declared wrongly, or has the name
   *     of another
   */
  public static List<Strategy> all() {
    return all(Thread.currentThread().getContextClassLoader());
  }

  /** All strategies that a class loader finds, by name; otherwise like {@link #all()}. */
  public static List<Strategy> all(ClassLoader loader) {
    List<Strategy> strategies = new ArrayList<>();
    try {
      ServiceLoader.load(Strategy.class, loader).forEach(strategies::add);
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException(
          "a strategy cannot be loaded (" + e.getMessage() + "); mend its jar or leave it out", e);
    }
    strategies.forEach(Strategies::check);
    strategies.sort(Comparator.comparing(Strategy::name));
    for (int i = 1; i < strategies.size(); i++) {
      checkDistinct(strategies.get(i - 1), strategies.get(i));
    }
    return List.copyOf(strategies);
  }

  /**
   * The strategy of a name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public static Strategy named(String name) {
    List<Strategy> all = all();
    return all.stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no strategy \"" + name + "\"; there are " + names(all)));
  }

  private static String names(List<Strategy> strategies) {
    return strategies.stream().map(Strategy::name).collect(Collectors.joining(", "));
  }

  private static void checkDistinct(Strategy one, Strategy other) {
    if (one.name().equals(other.name())) {
      throw new IllegalStateException(
          "two strategies are named "
              + one.name()
              + ": "
              + one.getClass().getName()
              + " and "
              + other.getClass().getName()
              + "; rename one");
    }
  }

  private static void check(Strategy strategy) {
    String name = strategy.name();
    require(
        name != null && name.matches("[a-z][a-z0-9_]*"),
        strategy,
        "name() must be lower case letters, digits and underscores, got: " + name);
    List<Parameter> parameters = strategy.parameters();
    require(!parameters.isEmpty(), strategy, "parameters() must not be empty");
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      require(seen.add(parameter.name()), strategy, "two parameters are named " + parameter.name());
    }
    require(
        strategy.textbook().length == parameters.size(),
        strategy,
        "textbook() must have one value for each of " + parameters.size() + " parameters");
    require(!strategy.columns().isEmpty(), strategy, "columns() must not be empty");
    require(
        strategy.warmUp() >= 1,
        strategy,
        "warmUp() must be at least 1 bar, got " + strategy.warmUp());
  }

  private static void require(boolean holds, Strategy strategy, String rule) {
    if (!holds) {
      throw new IllegalStateException(strategy.getClass().getName() + ": " + rule);
    }
  }
}
