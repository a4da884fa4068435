package nightshift.transforms.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static final Parameter X = Parameter.whole("x", 0, 200, 1);
  private static final Parameter Y = Parameter.decimal("y", "-1", "1", "0.01");
  private static final Parameter FIXED = Parameter.whole("fixed", 7, 7, 1);
  private static final List<Parameter> PARAMETERS = List.of(X, Y, FIXED);
  private static final EvolutionSettings SETTINGS = new EvolutionSettings(30, 60, 60);

  /** A hill with its top, 0, at x = 123, y = 0.4. */
  private static Score hill(Values values) {
    double x = (values.integer(X) - 123) / 100.0;
    double y = values.real(Y) - 0.4;
    return new Score(-x * x - y * y, 20, true);
  }

  private static Function<List<Values>, List<Score>> each(Function<Values, Score> score) {
    return batch -> batch.stream().map(score).toList();
  }

  private static UnaryOperator<Values> identity() {
    return UnaryOperator.identity();
  }

  /** Where only every tenth x matters, the others are never asked for. */
  @Test
  void choicesThatAreTheSameAreOneCandidate() {
    Evolved evolved =
        Evolution.search(
            PARAMETERS,
            values -> values.with(X, values.index(0) / 10 * 10),
            each(EvolutionTest::hill),
            SETTINGS,
            1);
    assertThat(evolved.candidates())
        .hasSizeGreaterThan(20)
        .allMatch(candidate -> candidate.values().integer(X) % 10 == 0);
  }

  @Test
  void climbsToTheTop() {
    Evolved evolved =
        Evolution.search(PARAMETERS, identity(), each(EvolutionTest::hill), SETTINGS, 1);
    // 40,401 candidates exist; a random search of as many evaluations stays below -0.001 mostly.
    assertThat(evolved.candidates().get(0).score().value()).isGreaterThan(-0.0005);
    assertThat(evolved.candidates().size()).isLessThan(30 * 60);
  }

  @Test
  void sameSeedSameSearchOtherSeedAnother() {
    Evolved first =
        Evolution.search(PARAMETERS, identity(), each(EvolutionTest::hill), SETTINGS, 5);
    assertThat(Evolution.search(PARAMETERS, identity(), each(EvolutionTest::hill), SETTINGS, 5))
        .isEqualTo(first);
    assertThat(Evolution.search(PARAMETERS, identity(), each(EvolutionTest::hill), SETTINGS, 6))
        .isNotEqualTo(first);
  }

  @Test
  void aSeedGivesTheSameSearchOnEveryPlatform() {
    Evolved evolved =
        Evolution.search(
            PARAMETERS,
            identity(),
            each(EvolutionTest::hill),
            new EvolutionSettings(10, 5, 5),
            2026);
    assertThat(evolved.candidates().get(0).values().toJson())
        .isEqualTo("{\"x\":117,\"y\":0.29,\"fixed\":7}");
  }

  @Test
  void noCandidateIsEvaluatedTwice() {
    List<Values> asked = new ArrayList<>();
    Evolution.search(
        PARAMETERS,
        identity(),
        batch -> {
          asked.addAll(batch);
          return batch.stream().map(EvolutionTest::hill).toList();
        },
        SETTINGS,
        3);
    assertThat(asked).doesNotHaveDuplicates();
  }

  @Test
  void everyEvaluationIsInTheResultAndInTheGenerations() {
    Set<Values> asked = new HashSet<>();
    Evolved evolved =
        Evolution.search(
            PARAMETERS,
            identity(),
            batch -> {
              asked.addAll(batch);
              return batch.stream().map(EvolutionTest::hill).toList();
            },
            SETTINGS,
            3);
    assertThat(evolved.candidates()).extracting(Candidate::values).hasSameElementsAs(asked);
    assertThat(evolved.candidates()).isSortedAccordingTo(Candidate.BEST_FIRST);
    assertThat(evolved.generations().stream().mapToInt(GenerationStats::evaluated).sum())
        .isEqualTo(asked.size());
  }

  @Test
  void theBestOfAGenerationNeverGetsWorse() {
    Evolved evolved =
        Evolution.search(PARAMETERS, identity(), each(EvolutionTest::hill), SETTINGS, 4);
    assertThat(evolved.generations()).extracting(GenerationStats::best).isSorted();
    assertThat(evolved.generations())
        .extracting(GenerationStats::generation)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, evolved.generations().size())
                .boxed()
                .toList());
  }

  @Test
  void stopsWhenTheBestStaysTheSame() {
    Evolved evolved =
        Evolution.search(
            PARAMETERS,
            identity(),
            each(values -> new Score(1, 20, true)),
            new EvolutionSettings(10, 500, 4),
            1);
    assertThat(evolved.generations()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void findsItsWayOutOfCandidatesThatDoNotQualify() {
    Evolved evolved =
        Evolution.search(
            PARAMETERS,
            identity(),
            each(values -> new Score(1, values.integer(X), values.integer(X) > 195)),
            SETTINGS,
            9);
    assertThat(evolved.candidates().get(0).score().qualified()).isTrue();
    assertThat(evolved.generations().get(0).qualified()).isLessThan(5);
  }

  @Test
  void generationFiguresAreThoseOfItsMembers() {
    Values a = new Values(PARAMETERS, 0, 0, 0);
    Values b = new Values(PARAMETERS, 1, 0, 0);
    GenerationStats stats =
        GenerationStats.of(
            3,
            2,
            List.of(
                new Candidate(a, new Score(1, 20, true)),
                new Candidate(a, new Score(1, 20, true)),
                new Candidate(b, new Score(4, 20, true)),
                new Candidate(b, new Score(Double.NaN, 0, false))),
            5);
    assertThat(stats).isEqualTo(new GenerationStats(3, 2, 3, 2, 4, 2, Math.sqrt(3), 5));
  }
}
