package nightshift.transforms.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The search by two objectives on a small problem whose front is computed from all choices. */
class FrontSearchTest {
  private static final int SIDE = 60;
  private static final Parameter X = Parameter.whole("x", 0, SIDE, 1);
  private static final Parameter Y = Parameter.whole("y", 0, SIDE, 1);
  private static final List<Parameter> PARAMETERS = List.of(X, Y);
  private static final EvolutionSettings SETTINGS = new EvolutionSettings(40, 60, 60);
  private static final EvolutionSettings LONG = new EvolutionSettings(60, 120, 120);

  /** Two hills, one round, one long; what is between them is a bargain. */
  private static Score hills(Values values) {
    double x = values.integer(X);
    double y = values.integer(Y);
    double one = -(x - 10) * (x - 10) - (y - 15) * (y - 15);
    double two = -(x - 45) * (x - 45) - 5 * (y - 40) * (y - 40);
    return new Score(one, 20, true, List.of(two));
  }

  private static Function<List<Values>, List<Score>> each(Function<Values, Score> score) {
    return batch -> batch.stream().map(score).toList();
  }

  private static Evolved search(Function<Values, Score> score, EvolutionSettings s, long seed) {
    return Evolution.searchFront(PARAMETERS, UnaryOperator.identity(), each(score), s, seed);
  }

  /** The values that no choice of all there are dominates, by a loop over every two. */
  private static Set<List<Double>> trueFront(Function<Values, Score> score) {
    List<List<Double>> all = new ArrayList<>();
    for (int x = 0; x <= SIDE; x++) {
      for (int y = 0; y <= SIDE; y++) {
        Score s = score.apply(new Values(PARAMETERS, x, y));
        if (s.qualified()) {
          all.add(List.of(s.value(0), s.value(1)));
        }
      }
    }
    Set<List<Double>> front = new HashSet<>();
    for (List<Double> one : all) {
      boolean dominated = false;
      for (List<Double> other : all) {
        dominated |= other.get(0) >= one.get(0) && other.get(1) >= one.get(1) && !other.equals(one);
      }
      if (!dominated) {
        front.add(one);
      }
    }
    return front;
  }

  private static Set<List<Double>> found(Evolved evolved) {
    Set<List<Double>> values = new HashSet<>();
    for (FrontMember member : evolved.front()) {
      Score score = member.candidate().score();
      values.add(List.of(score.value(0), score.value(1)));
    }
    return values;
  }

  /** How much of the plane two objectives' values dominate, above the worst corner of the truth. */
  private static double dominated(Set<List<Double>> front, Set<List<Double>> truth) {
    double left = truth.stream().mapToDouble(p -> p.get(0)).min().orElseThrow();
    double floor = truth.stream().mapToDouble(p -> p.get(1)).min().orElseThrow();
    List<List<Double>> byFirst = new ArrayList<>(front);
    byFirst.sort(Comparator.comparing((List<Double> p) -> p.get(0)).reversed());
    double area = 0;
    for (List<Double> point : byFirst) {
      area += Math.max(0, point.get(0) - left) * Math.max(0, point.get(1) - floor);
      floor = Math.max(floor, point.get(1));
    }
    return area;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsMostOfTheFrontWithAFewOfTheChoices(long seed) {
    Set<List<Double>> truth = trueFront(FrontSearchTest::hills);
    Evolved evolved = search(FrontSearchTest::hills, LONG, seed);
    assertThat(evolved.candidates().size()).isLessThan((SIDE + 1) * (SIDE + 1) / 3);
    Set<List<Double>> hit = found(evolved);
    hit.retainAll(truth);
    assertThat(hit).hasSizeGreaterThan(truth.size() * 2 / 3);
    assertThat(dominated(found(evolved), truth)).isGreaterThan(0.99 * dominated(truth, truth));
  }

  @Test
  void theFrontIsWhatNoCandidateOfTheSearchDominates() {
    Evolved evolved = search(FrontSearchTest::hills, new EvolutionSettings(20, 10, 10), 4);
    Set<List<Double>> naive = new HashSet<>();
    for (Candidate one : evolved.candidates()) {
      if (evolved.candidates().stream()
          .noneMatch(
              other ->
                  other.score().value(0) >= one.score().value(0)
                      && other.score().value(1) >= one.score().value(1)
                      && !other.score().equals(one.score()))) {
        naive.add(List.of(one.score().value(0), one.score().value(1)));
      }
    }
    assertThat(found(evolved)).isEqualTo(naive).hasSameSizeAs(evolved.front());
    assertThat(evolved.front())
        .extracting(FrontMember::candidate)
        .isSortedAccordingTo(Candidate.BEST_FIRST);
    assertThat(evolved.front().get(0).candidate()).isEqualTo(evolved.candidates().get(0));
    assertThat(evolved.generations().get(9).front()).isEqualTo(evolved.front().size());
    assertThat(evolved.generations())
        .extracting(GenerationStats::evaluated)
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToInt(n -> n).sum())
                    .isEqualTo(evolved.candidates().size()));
  }

  @Test
  void sameSeedSameFrontOtherSeedAnother() {
    EvolutionSettings few = new EvolutionSettings(12, 8, 8);
    Evolved first = search(FrontSearchTest::hills, few, 5);
    assertThat(search(FrontSearchTest::hills, few, 5)).isEqualTo(first);
    assertThat(search(FrontSearchTest::hills, few, 6)).isNotEqualTo(first);
  }

  @Test
  void aSeedGivesTheSameFrontOnEveryPlatform() {
    Evolved evolved = search(FrontSearchTest::hills, new EvolutionSettings(10, 5, 5), 2026);
    assertThat(evolved.front().get(0).candidate().values().toJson())
        .isEqualTo("{\"x\":12,\"y\":18}");
  }

  @Test
  void noCandidateIsEvaluatedTwiceAndChoicesThatAreTheSameAreOne() {
    List<Values> asked = new ArrayList<>();
    Evolved evolved =
        Evolution.searchFront(
            PARAMETERS,
            values -> values.with(X, values.index(0) / 10 * 10),
            batch -> {
              asked.addAll(batch);
              return batch.stream().map(FrontSearchTest::hills).toList();
            },
            SETTINGS,
            3);
    assertThat(asked)
        .doesNotHaveDuplicates()
        .hasSameSizeAs(evolved.candidates())
        .allMatch(values -> values.integer(X) % 10 == 0);
  }

  @Test
  void findsItsWayOutOfCandidatesThatDoNotQualifyAndKeepsThemOffTheFront() {
    Function<Values, Score> steep =
        values -> {
          Score hills = hills(values);
          int trades = values.integer(X) + values.integer(Y);
          return new Score(hills.value(), trades, trades > 95, hills.further());
        };
    Evolved evolved = search(steep, LONG, 9);
    assertThat(evolved.generations().get(0).qualified()).isLessThan(20);
    assertThat(evolved.front())
        .isNotEmpty()
        .allMatch(member -> member.candidate().score().qualified());
    Set<List<Double>> truth = trueFront(steep);
    Set<List<Double>> hit = found(evolved);
    hit.retainAll(truth);
    assertThat(hit).as("%d on the true front", truth.size()).hasSizeGreaterThan(truth.size() / 3);
  }

  @Test
  void withoutAnyThatQualifiesThereIsNoFrontAndTheBestAreTakenAsEver() {
    Evolved evolved =
        search(values -> new Score(1, values.integer(X), false, List.of(2.0)), SETTINGS, 9);
    assertThat(evolved.front()).isEmpty();
    assertThat(evolved.best(3)).isEqualTo(evolved.candidates().subList(0, 3));
    assertThat(evolved.candidates().get(0).score().trades()).isEqualTo(SIDE);
  }

  @Test
  void stopsWhenTheFrontStaysTheSame() {
    Evolved evolved =
        search(
            values -> new Score(1, 20, true, List.of(2.0)), new EvolutionSettings(10, 500, 4), 1);
    assertThat(evolved.generations()).hasSizeLessThanOrEqualTo(6);
    assertThat(evolved.front()).hasSize(1);
  }

  /** The first objective is at its best from the beginning, the second goes on getting better. */
  @Test
  void goesOnWhileOnlyTheSecondObjectiveGetsBetter() {
    Evolved evolved =
        search(
            values -> new Score(1, 20, true, List.of((double) values.integer(X))),
            new EvolutionSettings(4, 500, 8),
            1);
    assertThat(evolved.front().get(0).candidate().values().integer(X)).isGreaterThan(SIDE - 10);
    assertThat(evolved.generations()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void theSmallestPopulationsWork(int population) {
    Evolved evolved = search(FrontSearchTest::hills, new EvolutionSettings(population, 9, 9), 1);
    assertThat(evolved.front()).isNotEmpty();
    assertThat(evolved.candidates()).hasSizeGreaterThan(population);
  }

  @Test
  void championsAreSpreadOverTheFront() {
    Evolved evolved = search(FrontSearchTest::hills, SETTINGS, 1);
    List<Candidate> front = evolved.front().stream().map(FrontMember::candidate).toList();
    int last = front.size() - 1;
    assertThat(last).isGreaterThan(10);
    assertThat(evolved.best(1)).containsExactly(front.get(0));
    assertThat(evolved.best(2)).containsExactly(front.get(0), front.get(last));
    assertThat(evolved.best(5))
        .containsExactly(
            front.get(0),
            front.get(last / 4),
            front.get(last * 2 / 4),
            front.get(last * 3 / 4),
            front.get(last));
    assertThat(evolved.best(10_000)).isEqualTo(front);
  }

  /** (0, 10), (1, 6), (3, 5), (4, 0): extents 4 and 10. */
  @Test
  void crowdingIsTheRoomBetweenNeighbours() {
    List<Score> front =
        List.of(
            new Score(4, 20, true, List.of(0.0)),
            new Score(3, 20, true, List.of(5.0)),
            new Score(1, 20, true, List.of(6.0)),
            new Score(0, 20, true, List.of(10.0)));
    double end = Double.POSITIVE_INFINITY;
    double[] crowding = FrontSelection.crowding(front);
    assertThat(crowding).hasSize(4).startsWith(end).endsWith(end);
    assertThat(crowding[1]).isCloseTo(3.0 / 4 + 6.0 / 10, within(1e-12));
    assertThat(crowding[2]).isCloseTo(3.0 / 4 + 5.0 / 10, within(1e-12));
  }

  /** What the selector of the library keeps is what is dominated least. */
  @Test
  void survivorsAreTheLeastDominated() {
    Evolved evolved = search(FrontSearchTest::hills, SETTINGS, 2);
    assertThat(evolved.generations().get(59).front())
        .isGreaterThan(2 * evolved.generations().get(3).front());
    assertThat(evolved.generations())
        .extracting(GenerationStats::best)
        .as("the best by an objective has infinite room, and survives")
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void aSeedThatNothingDominatesIsOnTheFront() {
    Values seed = Values.nearest(PARAMETERS, 10, 15);
    Problem problem =
        new Problem(
            PARAMETERS,
            UnaryOperator.identity(),
            Ladder.whole(each(FrontSearchTest::hills)),
            List.of(seed));
    Evolved evolved = Evolution.searchFront(problem, new EvolutionSettings(6, 2, 2), 4);
    assertThat(evolved.front().get(0).candidate().values()).isEqualTo(seed);
  }
}
