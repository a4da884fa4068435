package nightshift.transforms.evolve;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.engine.EvolutionStream;
import io.jenetics.util.ISeq;
import io.jenetics.util.IntRange;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightshift.transforms.stats.ParetoFront;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;

/**
 * Evolves one population of parameters in the calling thread. The genotype has one chromosome a
 * parameter, with one gene: the index of its value. A {@link Selection} chooses parents and
 * survivors; parents exchange parameters, and children mutate by leaps and by steps.
 *
 * <p>The same parameters, scores, settings and seed give the same search, whatever else runs: the
 * random stream belongs to this search, and a generation is evaluated as one batch, in order, with
 * every candidate that was seen before left out.
 */
public final class Evolution {
  private static final double CROSSOVER = 0.6;
  private static final double SWAP = 0.5;
  private static final double STEP = 0.15;
  private static final double LEAP = 0.05;

  private final Problem problem;
  private final Map<Values, Score> seen = new LinkedHashMap<>();
  private final List<GenerationStats> generations = new ArrayList<>();
  private final ParetoFront<Candidate> front =
      new ParetoFront<>(Candidate::score, Candidate.BEST_FIRST);
  private final boolean several;
  private int reported;

  private Evolution(Problem problem, boolean several) {
    this.problem = problem;
    this.several = several;
  }

  /** Searches for the best by a single objective, on the whole of the prices. */
  public static Evolved search(Problem problem, EvolutionSettings settings, long seed) {
    return new Evolution(problem, false).search(settings, seed);
  }

  /** Searches for the front by several objectives. */
  public static Evolved searchFront(Problem problem, EvolutionSettings settings, long seed) {
    return new Evolution(problem, true).search(settings, seed);
  }

  /**
   * Searches for the best by a single objective.
   *
   * @param canonical what stands for a choice of parameters: choices for which the same stands are
   *     one candidate
   * @param evaluate scores a batch of distinct candidates, in their order; is asked at most once
   *     for each candidate
   */
  public static Evolved search(
      List<Parameter> parameters,
      UnaryOperator<Values> canonical,
      Function<List<Values>, List<Score>> evaluate,
      EvolutionSettings settings,
      long seed) {
    return search(new Problem(parameters, canonical, evaluate), settings, seed);
  }

  /**
   * Searches for the front by several objectives, with the arguments of {@link #search(List,
   * UnaryOperator, Function, EvolutionSettings, long)}.
   */
  public static Evolved searchFront(
      List<Parameter> parameters,
      UnaryOperator<Values> canonical,
      Function<List<Values>, List<Score>> evaluate,
      EvolutionSettings settings,
      long seed) {
    return searchFront(new Problem(parameters, canonical, evaluate), settings, seed);
  }

  private Evolved search(EvolutionSettings settings, long seed) {
    RandomRegistry.using(new SplittableRandom(seed), random -> run(settings));
    List<Candidate> candidates = new ArrayList<>(seen.size());
    seen.forEach((values, score) -> candidates.add(new Candidate(values, score)));
    candidates.sort(Candidate.BEST_FIRST);
    return new Evolved(
        List.copyOf(candidates),
        List.copyOf(generations),
        several ? members(front.members()) : List.of(),
        List.of());
  }

  private static List<FrontMember> members(List<Candidate> front) {
    double[] crowding = FrontSelection.crowding(front.stream().map(Candidate::score).toList());
    return IntStream.range(0, front.size())
        .mapToObj(i -> new FrontMember(front.get(i), crowding[i]))
        .toList();
  }

  private void run(EvolutionSettings settings) {
    Selection selection = several ? FrontSelection.of(settings, front) : Selection.ofBest(settings);
    Engine<IntegerGene, Score> engine = engine(settings.population(), selection);
    if (problem.seeds().isEmpty()) {
      goOn(engine.stream(), selection, settings.generations());
      return;
    }
    EvolutionResult<IntegerGene, Score> first = engine.stream().limit(1).findFirst().orElseThrow();
    record(first);
    if (settings.generations() > 1 && selection.goesOn().test(first)) {
      goOn(engine.stream(seeded(first)), selection, settings.generations() - 1);
    }
  }

  private void goOn(
      EvolutionStream<IntegerGene, Score> stream, Selection selection, int generations) {
    stream.limit(selection.goesOn()).limit(generations).forEach(this::record);
  }

  /**
   * The second generation is bred from the seeds, which take the places of as many members, the
   * worst by the first objective, and of half of them at most; Jenetics has no room for more.
   */
  private EvolutionStart<IntegerGene, Score> seeded(EvolutionResult<IntegerGene, Score> first) {
    long next = first.generation() + 1;
    List<Phenotype<IntegerGene, Score>> members = new ArrayList<>(first.population().asList());
    members.sort(
        Comparator.comparing(
            member -> new Candidate(decode(member), member.fitness()), Candidate.BEST_FIRST));
    int places = Math.min(problem.seeds().size(), members.size() / 2);
    Stream<Phenotype<IntegerGene, Score>> seeds =
        problem.seeds().stream()
            .limit(places)
            .map(values -> Phenotype.<IntegerGene, Score>of(encode(values), next));
    return EvolutionStart.of(
        Stream.concat(members.subList(0, members.size() - places).stream(), seeds)
            .collect(ISeq.toISeq()),
        next);
  }

  private Engine<IntegerGene, Score> engine(int population, Selection selection) {
    return new Engine.Builder<IntegerGene, Score>(this::evaluate, genotype())
        .populationSize(population)
        .offspringSelector(selection.parents())
        .survivorsSelector(selection.survivors())
        .alterers(
            new UniformCrossover<>(CROSSOVER, SWAP), new StepMutator(STEP), new Mutator<>(LEAP))
        .executor(Runnable::run)
        .build();
  }

  private Genotype<IntegerGene> genotype() {
    return Genotype.of(
        problem.parameters().stream()
            .map(parameter -> IntegerChromosome.of(IntRange.of(0, parameter.size())))
            .collect(ISeq.toISeq()));
  }

  private Genotype<IntegerGene> encode(Values values) {
    return Genotype.of(
        IntStream.range(0, problem.parameters().size())
            .mapToObj(
                i ->
                    IntegerChromosome.of(
                        IntegerGene.of(
                            values.index(i), IntRange.of(0, problem.parameters().get(i).size()))))
            .collect(ISeq.toISeq()));
  }

  private ISeq<Phenotype<IntegerGene, Score>> evaluate(Seq<Phenotype<IntegerGene, Score>> members) {
    Set<Values> unseen = new LinkedHashSet<>();
    for (Phenotype<IntegerGene, Score> member : members) {
      Values values = decode(member);
      if (!seen.containsKey(values)) {
        unseen.add(values);
      }
    }
    if (!unseen.isEmpty()) {
      List<Values> batch = List.copyOf(unseen);
      List<Score> scores = problem.ladder().score(problem.ladder().top(), batch);
      for (int i = 0; i < batch.size(); i++) {
        seen.put(batch.get(i), scores.get(i));
        if (several) {
          front.add(new Candidate(batch.get(i), scores.get(i)));
        }
      }
    }
    return members.map(member -> member.withFitness(seen.get(decode(member)))).asISeq();
  }

  private Values decode(Phenotype<IntegerGene, Score> member) {
    int[] indices = new int[problem.parameters().size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = member.genotype().get(i).gene().allele();
    }
    return problem.canonical().apply(new Values(problem.parameters(), indices));
  }

  private void record(EvolutionResult<IntegerGene, Score> result) {
    List<Candidate> population =
        result.population().stream()
            .map(member -> new Candidate(decode(member), member.fitness()))
            .toList();
    generations.add(
        GenerationStats.of(
            Math.toIntExact(result.generation()),
            seen.size() - reported,
            population,
            front.size()));
    reported = seen.size();
  }
}
