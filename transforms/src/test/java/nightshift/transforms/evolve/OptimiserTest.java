package nightshift.transforms.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimiserTest {
  private static final Parameter X = Parameter.whole("x", 0, 200, 1);
  private static final Parameter Y = Parameter.decimal("y", "-1", "1", "0.01");
  private static final Parameter FIXED = Parameter.whole("fixed", 7, 7, 1);
  private static final List<Parameter> PARAMETERS = List.of(X, Y, FIXED);
  private static final double SHARE = 0.125;

  /** A hill with its top, 0, at x = 123, y = 0.4. */
  private static Score hill(Values values) {
    double x = (values.integer(X) - 123) / 100.0;
    double y = values.real(Y) - 0.4;
    return new Score(-x * x - y * y, 20, true);
  }

  /** Two rungs; remembers what was asked for. */
  private static final class Watched implements Ladder {
    private final Function<Values, Score> low;
    private final Function<Values, Score> high;
    private final List<Values> onLow = new ArrayList<>();
    private final List<Values> onHigh = new ArrayList<>();
    private final List<List<Values>> batches = new ArrayList<>();

    Watched(Function<Values, Score> low, Function<Values, Score> high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public int rungs() {
      return 2;
    }

    @Override
    public double share(int rung) {
      return rung == 0 ? SHARE : 1;
    }

    @Override
    public List<Score> score(int rung, List<Values> candidates) {
      (rung == 0 ? onLow : onHigh).addAll(candidates);
      if (rung == 1) {
        batches.add(candidates);
      }
      return candidates.stream().map(rung == 0 ? low : high).toList();
    }

    double spent() {
      return onLow.size() * SHARE + onHigh.size();
    }
  }

  private static Evolved search(Method method, Ladder ladder, int generations, long seed) {
    return method
        .optimiser()
        .search(
            new Problem(PARAMETERS, UnaryOperator.identity(), ladder),
            new EvolutionSettings(method, 20, generations, generations),
            seed);
  }

  private static Watched hills() {
    return new Watched(OptimiserTest::hill, OptimiserTest::hill);
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedSameSearchOtherSeedAnother(Method method) {
    Evolved first = search(method, hills(), 10, 5);
    assertThat(search(method, hills(), 10, 5)).isEqualTo(first);
    assertThat(search(method, hills(), 10, 6)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void everyCandidateIsCountedAndNoneIsAskedForTwice(Method method) {
    Watched ladder = hills();
    Evolved evolved = search(method, ladder, 10, 3);
    assertThat(ladder.onHigh).doesNotHaveDuplicates();
    assertThat(ladder.onLow).doesNotHaveDuplicates();
    Set<Values> all = new HashSet<>(ladder.onHigh);
    all.addAll(ladder.onLow);
    assertThat(evolved.candidates())
        .extracting(Candidate::values)
        .hasSameElementsAs(ladder.onHigh)
        .doesNotContainAnyElementsOf(
            evolved.screened().isEmpty()
                ? List.of(new Values(PARAMETERS, 0, 0, 0))
                : evolved.screened());
    assertThat(evolved.candidates().size() + evolved.screened().size()).isEqualTo(all.size());
    assertThat(evolved.generations().stream().mapToInt(GenerationStats::evaluated).sum())
        .isEqualTo(all.size());
    assertThat((long) all.size())
        .isLessThanOrEqualTo(new EvolutionSettings(method, 20, 10, 10).mostCandidates());
    assertThat(evolved.candidates()).isSortedAccordingTo(Candidate.BEST_FIRST);
  }

  @ParameterizedTest
  @EnumSource
  void noneSpendsMoreThanTheBudget(Method method) {
    for (int generations = 1; generations <= 12; generations++) {
      Watched ladder = hills();
      search(method, ladder, generations, generations);
      // Jenetics evaluates the children of the first generation along with it.
      int most = method == Method.GENETIC ? generations + 1 : generations;
      assertThat(ladder.spent()).isLessThanOrEqualTo(20 * most);
    }
  }

  /** Of 40,401 candidates with 200 evaluations. */
  @Test
  void adaptiveFindsAPlantedTop() {
    for (long seed = 1; seed <= 5; seed++) {
      Evolved evolved = search(Method.ADAPTIVE, hills(), 10, seed);
      assertThat(evolved.candidates().get(0).score().value())
          .as("seed " + seed)
          .isGreaterThan(-1e-3);
    }
  }

  @Test
  void randomIsWorse() {
    List<Double> found = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      found.add(search(Method.RANDOM, hills(), 10, seed).candidates().get(0).score().value());
    }
    found.sort(Comparator.naturalOrder());
    assertThat(found.get(2)).isLessThan(-1e-3);
  }

  /** So that what is known of overfitting is known of candidates that nobody chose. */
  @Test
  void theFirstBatchInFullIsChosenByNothing() {
    Watched one = new Watched(OptimiserTest::hill, OptimiserTest::hill);
    Watched other =
        new Watched(v -> new Score(v.integer(X), 20, true), v -> new Score(v.real(Y), 20, true));
    search(Method.ADAPTIVE, one, 10, 8);
    search(Method.ADAPTIVE, other, 10, 8);
    assertThat(one.batches.get(0)).hasSize(12).isEqualTo(other.batches.get(0));
  }

  @Test
  void poorCandidatesCostLittle() {
    Watched ladder = hills();
    Evolved evolved = search(Method.ADAPTIVE, ladder, 10, 2);
    assertThat(evolved.screened()).hasSizeGreaterThan(30);
    assertThat(mean(evolved.screened())).isLessThan(mean(ladder.onHigh));
  }

  private static double mean(List<Values> candidates) {
    return candidates.stream().mapToDouble(v -> hill(v).value()).average().orElseThrow();
  }

  /** A rung that says the opposite is asked about the first generation, and never again. */
  @Test
  void aRungThatMisleadsIsNotAskedAgain() {
    Watched ladder =
        new Watched(values -> new Score(-hill(values).value(), 20, true), OptimiserTest::hill);
    Evolved evolved = search(Method.ADAPTIVE, ladder, 10, 2);
    assertThat(ladder.onLow).isEqualTo(ladder.batches.get(0));
    assertThat(evolved.screened()).isEmpty();
    assertThat(evolved.candidates().get(0).score().value()).isGreaterThan(-1e-3);
  }

  /** A broad hill, and far from it a higher one that is a tenth of each range wide. */
  @Test
  void beginsElsewhereWhenItIsStuck() {
    Function<Values, Score> two =
        values -> {
          boolean onSecond = values.integer(X) <= 30 && values.real(Y) <= -0.7;
          double top = onSecond ? 10 - values.integer(X) / 100.0 : 0;
          return new Score(top + hill(values).value(), 20, true);
        };
    int found = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Evolved evolved = search(Method.ADAPTIVE, new Watched(two, two), 15, seed);
      found += evolved.candidates().get(0).score().value() > 5 ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void aHandfulOfCandidatesIsSearchedToItsEnd(Method method) {
    List<Parameter> few = List.of(Parameter.whole("a", 0, 2, 1), Parameter.whole("b", 0, 1, 1));
    Evolved evolved =
        method
            .optimiser()
            .search(
                new Problem(
                    few,
                    UnaryOperator.identity(),
                    batch ->
                        batch.stream()
                            .map(v -> new Score(v.index(0) - v.index(1), 9, true))
                            .toList()),
                new EvolutionSettings(method, 20, 15, 15),
                1);
    assertThat(evolved.candidates()).hasSizeLessThanOrEqualTo(6);
    assertThat(evolved.candidates().get(0).values().indices()).containsExactly(2, 0);
  }

  private static final Values TOP = Values.nearest(PARAMETERS, 123, 0.4, 7);
  private static final Values CORNER = Values.nearest(PARAMETERS, 0, -1, 7);

  private static Evolved seeded(Method method, Ladder ladder, int generations, Values... seeds) {
    return method
        .optimiser()
        .search(
            new Problem(PARAMETERS, UnaryOperator.identity(), ladder, List.of(seeds)),
            new EvolutionSettings(method, 20, generations, generations),
            5);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAPTIVE", "GENETIC"})
  void seedsComeAfterAFirstGenerationThatStaysAsItWas(Method method) {
    Watched cold = hills();
    Watched warm = hills();
    Evolved without = search(method, cold, 10, 5);
    Evolved with = seeded(method, warm, 10, TOP, CORNER, TOP);
    // Jenetics evaluates the children of the first generation in a batch of their own.
    int before = method == Method.GENETIC ? 2 : 1;
    assertThat(warm.batches.subList(0, before)).isEqualTo(cold.batches.subList(0, before));
    assertThat(warm.batches.get(before)).containsExactly(TOP, CORNER);
    assertThat(with.generations().get(0)).isEqualTo(without.generations().get(0));
    assertThat(with.candidates().get(0).values()).isEqualTo(TOP);
    assertThat(with.candidates()).extracting(Candidate::values).contains(CORNER);
    Set<Values> all = new HashSet<>(warm.onHigh);
    all.addAll(warm.onLow);
    assertThat(with.generations().stream().mapToInt(GenerationStats::evaluated).sum())
        .isEqualTo(all.size());
    assertThat(seeded(method, hills(), 10, TOP, CORNER)).isEqualTo(with);
  }

  /** The best of a seed's children is nearer to it than anything else that was drawn. */
  @ParameterizedTest
  @EnumSource(names = {"ADAPTIVE", "GENETIC"})
  void seedsHaveChildren(Method method) {
    Watched warm =
        new Watched(
            v -> new Score(v.equals(TOP) ? 5 : -1, 20, true),
            v -> new Score(v.equals(TOP) ? 5 : -1, 20, true));
    seeded(method, warm, 10, TOP);
    List<Values> later =
        warm.batches.subList(3, warm.batches.size()).stream().flatMap(List::stream).toList();
    assertThat(later)
        .anyMatch(
            v -> (v.integer(X) == TOP.integer(X) || v.real(Y) == TOP.real(Y)) && !v.equals(TOP));
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAPTIVE", "GENETIC"})
  void seedsAreLeftOutWhereThereIsOneGeneration(Method method) {
    assertThat(seeded(method, hills(), 1, TOP)).isEqualTo(search(method, hills(), 1, 5));
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAPTIVE", "RANDOM"})
  void seedsAreSpentOfTheBudget(Method method) {
    Watched ladder = hills();
    seeded(method, ladder, 2, TOP, CORNER);
    assertThat(ladder.spent()).isLessThanOrEqualTo(40);
  }

  @Test
  void knowsItsNames() {
    assertThat(Method.of("adaptive")).isEqualTo(Method.ADAPTIVE);
    assertThatThrownBy(() -> Method.of("adaptiv"))
        .hasMessage("optimizer must be one of [adaptive, genetic, random], got adaptiv");
  }
}
