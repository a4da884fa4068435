package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run, however it is made: what it leaves is the same to the bit. */
class SameBitsTest {
  private static final String ORDER = "nightshift.unitOrder";
  private static final String INTERRUPTED =
      "(strategy IN ('pairs', 'sma_cross') AND island = 1 OR fold % 2 = 0)";

  @TempDir static Path folder;
  private static List<String> expected;

  private static Cli run(Path database, String... more) {
    return Cli.run(
        Cli.BUNDLED,
        database,
        Stream.concat(
                Stream.of("--maxYears=4", "--trainYears=2", "--islands=2", "--holdout=3"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @BeforeAll
  static void once() throws Exception {
    Path database = folder.resolve("expected.db");
    run(database, "--workers=1");
    expected = Dump.of(database);
    assertThat(expected).hasSizeGreaterThan(600);
  }

  @AfterEach
  void forgetOrder() {
    System.clearProperty(ORDER);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 11, DirectRunner, false",
    "1, , DirectRunner, true",
    "2, , DirectRunner, false",
    "2, 12, DirectRunner, true",
    "4, 13, DirectRunner, false",
    "4, 14, DirectRunner, true",
    "1, 15, FlinkRunner, false",
    "2, 16, FlinkRunner, true",
    "4, , FlinkRunner, true",
  })
  void whateverTheWorkersTheOrderTheRunnerAndWhetherInterrupted(
      int workers, Long order, String runner, boolean interrupted) throws Exception {
    assumeTrue(
        runner.equals("DirectRunner") || FlinkTest.isInThisBuild(),
        "Flink is not part of this build; build with -Pflink");
    if (order != null) {
      System.setProperty(ORDER, order.toString());
    }
    Path database = folder.resolve(workers + "-" + order + "-" + runner + ".db");
    String[] how = {"--workers=" + workers, "--runner=" + runner};
    Cli run = run(database, how);
    assertThat(run.status()).as(run.err()).isZero();
    if (interrupted) {
      ResumeTest.interrupt(database, INTERRUPTED);
      assertThat(Dump.of(database)).isNotEqualTo(expected);
      Cli again = run(database, how);
      assertThat(again.status()).as(again.err()).isZero();
      assertThat(again.out()).contains("continues");
    }
    assertThat(Dump.of(database)).isEqualTo(expected);
  }

  /** Forty symbols, so that the first rung of the adaptive one has some of them. */
  @ParameterizedTest
  @ValueSource(strings = {"adaptive", "random"})
  void withEveryOptimiser(String optimizer) throws Exception {
    String[] options = {
      "run",
      "--market=" + Cli.BUNDLED,
      "--profile=pi_safe",
      "--maxSymbols=40",
      "--maxYears=3",
      "--trainYears=2",
      "--islands=2",
      "--population=10",
      "--generations=4",
      "--strategies=sma_cross,xs_momentum",
      "--optimizer=" + optimizer
    };
    List<String> alone = null;
    for (int workers : new int[] {1, 2, 4}) {
      Path database = folder.resolve(optimizer + workers + ".db");
      String[] all = Arrays.copyOf(options, options.length + 2);
      all[options.length] = "--workers=" + workers;
      all[options.length + 1] = "--research=" + database;
      Cli run = Cli.call(all);
      assertThat(run.status()).as(run.err()).isZero();
      List<String> found = Dump.of(database);
      alone = alone == null ? found : alone;
      assertThat(found).isEqualTo(alone);
    }
    assertThat(
            Dump.query(
                folder.resolve(optimizer + "1.db"),
                "SELECT COUNT(*) > 0 FROM trials WHERE screen_sharpe IS NOT NULL"))
        .containsExactly(optimizer.equals("adaptive") ? "1" : "0");
  }
}
