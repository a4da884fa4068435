package nightshift.transforms.evolve;

import io.jenetics.EliteSelector;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.Limits;
import io.jenetics.util.ISeq;
import io.jenetics.util.IntRange;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;

/**
 * Evolves one population of parameters in the calling thread. The genotype has one chromosome a
 * parameter, with one gene: the index of its value. Tournaments choose parents and survivors, the
 * two best always survive; parents exchange parameters, and children mutate by leaps and by steps.
 *
 * <p>The same parameters, scores, settings and seed give the same search, whatever else runs: the
 * random stream belongs to this search, and a generation is evaluated as one batch, in order, with
 * every candidate that was seen before left out.
 */
public final class Evolution {
  private static final int TOURNAMENT = 3;
  private static final int ELITE = 2;
  private static final double CROSSOVER = 0.6;
  private static final double SWAP = 0.5;
  private static final double STEP = 0.15;
  private static final double LEAP = 0.05;

  private final List<Parameter> parameters;
  private final UnaryOperator<Values> canonical;
  private final Function<List<Values>, List<Score>> evaluate;
  private final Map<Values, Score> seen = new LinkedHashMap<>();
  private final List<GenerationStats> generations = new ArrayList<>();
  private int reported;

  private Evolution(
      List<Parameter> parameters,
      UnaryOperator<Values> canonical,
      Function<List<Values>, List<Score>> evaluate) {
    this.parameters = parameters;
    this.canonical = canonical;
    this.evaluate = evaluate;
  }

  /**
   * Searches.
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
    Evolution evolution = new Evolution(parameters, canonical, evaluate);
    RandomRegistry.using(new SplittableRandom(seed), random -> evolution.run(settings));
    List<Candidate> candidates = new ArrayList<>(evolution.seen.size());
    evolution.seen.forEach((values, score) -> candidates.add(new Candidate(values, score)));
    candidates.sort(Candidate.BEST_FIRST);
    return new Evolved(List.copyOf(candidates), List.copyOf(evolution.generations));
  }

  private void run(EvolutionSettings settings) {
    engine(settings.population()).stream()
        .limit(Limits.bySteadyFitness(settings.steadyGenerations()))
        .limit(settings.generations())
        .forEach(this::record);
  }

  private Engine<IntegerGene, Score> engine(int population) {
    return new Engine.Builder<IntegerGene, Score>(this::evaluate, genotype())
        .populationSize(population)
        .offspringSelector(new TournamentSelector<>(TOURNAMENT))
        .survivorsSelector(
            new EliteSelector<IntegerGene, Score>(
                Math.min(ELITE, population - 1),
                new TournamentSelector<IntegerGene, Score>(TOURNAMENT)))
        .alterers(
            new UniformCrossover<>(CROSSOVER, SWAP), new StepMutator(STEP), new Mutator<>(LEAP))
        .executor(Runnable::run)
        .build();
  }

  private Genotype<IntegerGene> genotype() {
    return Genotype.of(
        parameters.stream()
            .map(parameter -> IntegerChromosome.of(IntRange.of(0, parameter.size())))
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
      List<Score> scores = evaluate.apply(batch);
      for (int i = 0; i < batch.size(); i++) {
        seen.put(batch.get(i), scores.get(i));
      }
    }
    return members.map(member -> member.withFitness(seen.get(decode(member)))).asISeq();
  }

  private Values decode(Phenotype<IntegerGene, Score> member) {
    int[] indices = new int[parameters.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = member.genotype().get(i).gene().allele();
    }
    return canonical.apply(new Values(parameters, indices));
  }

  private void record(EvolutionResult<IntegerGene, Score> result) {
    List<Candidate> population =
        result.population().stream()
            .map(member -> new Candidate(decode(member), member.fitness()))
            .toList();
    generations.add(
        GenerationStats.of(
            Math.toIntExact(result.generation()), seen.size() - reported, population));
    reported = seen.size();
  }
}
