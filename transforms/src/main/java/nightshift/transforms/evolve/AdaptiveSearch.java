package nightshift.transforms.evolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nightshift.transforms.strategy.Values;

/** One search of {@link Adaptive}. */
final class AdaptiveSearch {
  /** So many candidates race for each place on the whole of the prices. */
  static final int RACERS = 2;

  /** So many are thought of for each one that races. */
  private static final int IDEAS = 24;

  /** With fewer than 10 random candidates there is no probability of overfitting. */
  private static final int SMALLEST_FIRST = 12;

  private static final int SMALLEST = 6;

  /** So many generations without a better candidate, and the population begins elsewhere. */
  private static final int STUCK = 6;

  private final Problem problem;
  private final EvolutionSettings settings;
  private final Evaluations evaluations;
  private final Draw draw;
  private final Moves moves;
  private final Race race;
  private final int offspring;
  private List<Candidate> members = List.of();
  private int capacity;
  private int idle;
  private double spentAtBest;

  AdaptiveSearch(Problem problem, EvolutionSettings settings, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.problem = problem;
    this.settings = settings;
    this.evaluations = new Evaluations(problem.ladder());
    this.draw = new Draw(problem, random);
    this.moves = new Moves(problem, random);
    this.race = new Race(problem.ladder(), evaluations);
    this.offspring = Math.max(2, settings.population() / 10);
    this.capacity = settings.population();
  }

  Evolved run() {
    begin();
    boolean found = true;
    while (found && goesOn()) {
      Candidate before = evaluations.best();
      found = breed() || restart();
      if (evaluations.best() != before) {
        spentAtBest = evaluations.spent();
      }
      evaluations.record(members);
    }
    return evaluations.evolved();
  }

  /** The first generation is drawn at random, and nothing is selected of it. */
  private void begin() {
    int population = settings.population();
    int size = Math.min(population, Math.max(SMALLEST_FIRST, population * 3 / 5));
    List<Candidate> first = evaluations.evaluate(draw.some(size, values -> false));
    if (left() >= first.size()) {
      race.calibrate(first);
    }
    admit(first);
    evaluations.record(members);
    spentAtBest = evaluations.spent();
    if (settings.generations() > 1 && !problem.seeds().isEmpty()) {
      Candidate before = evaluations.best();
      admit(evaluations.evaluate(affordable(problem.seeds())));
      spentAtBest = evaluations.best() == before ? spentAtBest : evaluations.spent();
      evaluations.record(members);
    }
  }

  private double left() {
    return settings.evaluations() - evaluations.spent();
  }

  private boolean goesOn() {
    double since = evaluations.spent() - spentAtBest;
    return left() >= 1 && since < (double) settings.steadyGenerations() * settings.population();
  }

  private List<Values> affordable(List<Values> wanted) {
    return wanted.subList(0, Math.max(0, Math.min((int) left(), wanted.size())));
  }

  /** Takes the best of members and newcomers. */
  private void admit(List<Candidate> newcomers) {
    Map<Values, Candidate> all = new LinkedHashMap<>();
    members.forEach(member -> all.put(member.values(), member));
    newcomers.forEach(member -> all.put(member.values(), member));
    members = all.values().stream().sorted(Candidate.BEST_FIRST).limit(capacity).toList();
  }

  /**
   * One generation of children. The population shrinks to what is best while that gets better, and
   * grows when it does not.
   *
   * @return false when the population is stuck, or hardly any child would be new
   */
  private boolean breed() {
    List<Moves.Child> children = idle < STUCK ? children() : List.of();
    if (children.isEmpty()) {
      return false;
    }
    Candidate before = members.get(0);
    List<Candidate> scored =
        evaluations.evaluate(children.stream().map(Moves.Child::values).toList());
    moves.learn(children, scored);
    admit(scored);
    boolean progress = members.get(0) != before;
    idle = progress ? 0 : idle + 1;
    capacity =
        progress
            ? Math.max(Math.min(SMALLEST, settings.population()), capacity - 2)
            : Math.min(settings.population(), capacity + 1);
    return true;
  }

  /** New candidates that are worth being evaluated in full. */
  private List<Moves.Child> children() {
    int places = (int) Math.min(offspring, left());
    int racers = race.isOn() ? places * RACERS : places;
    Map<Values, Moves.Child> ideas = new LinkedHashMap<>();
    for (int i = 0; i < 2 * racers * IDEAS && ideas.size() < racers * IDEAS; i++) {
      Moves.Child child = moves.child(members);
      if (!evaluations.isKnown(child.values())) {
        ideas.putIfAbsent(child.values(), child);
      }
    }
    List<Values> promising =
        new Neighbours(problem.parameters(), evaluations.whole())
            .promising(List.copyOf(ideas.keySet()), racers);
    return affordable(race.winners(promising, places)).stream().map(ideas::get).toList();
  }

  /**
   * Begins a population anew, elsewhere; what was found so far is kept.
   *
   * @return false when there is hardly a candidate left, or nothing to spend
   */
  private boolean restart() {
    int places = (int) Math.min(Math.max(SMALLEST, settings.population() / 2), left());
    List<Values> drawn = draw.some(race.isOn() ? places * RACERS : places, evaluations::isKnown);
    List<Candidate> scored = evaluations.evaluate(affordable(race.winners(drawn, places)));
    if (scored.isEmpty()) {
      return false;
    }
    members = new ArrayList<>();
    capacity = settings.population();
    idle = 0;
    moves.restart();
    admit(scored);
    return true;
  }
}
