package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of proofs, of the strategies that are there and of those from another jar. */
class CheckStrategyTest {
  private static final String MARKET = "--market=" + Cli.BUNDLED;

  @TempDir Path folder;

  /** Knows whether tomorrow closes higher. */
  public static class Clairvoyant implements Strategy {
    private static final Parameter SIZE = Parameter.decimal("size", "0.5", "1", "0.1");

    /** How far it looks ahead. */
    int ahead() {
      return 1;
    }

    @Override
    public String name() {
      return "clairvoyant";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(SIZE);
    }

    @Override
    public double[] textbook() {
      return new double[] {1};
    }

    @Override
    public Set<Column> columns() {
      return Set.of(Column.CLOSE);
    }

    @Override
    public int warmUp() {
      return 2;
    }

    @Override
    public void positions(Block block, Values values, Targets targets) {
      for (Bars bars : block) {
        double[] close = bars.close();
        for (int t = Math.max(1, bars.first()); t < bars.length(); t++) {
          int next = Math.min(t + ahead(), bars.length() - 1);
          targets.set(bars, t, close[next] > close[next - 1] ? values.real(SIZE) : 0);
        }
      }
    }
  }

  /** Knows whether today closed higher. */
  public static class Honest extends Clairvoyant {
    @Override
    int ahead() {
      return 0;
    }

    @Override
    public String name() {
      return "honest";
    }
  }

  /** Calls the program with one more jar on the class path. */
  private Cli with(Class<? extends Strategy> strategy, String... args) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Strategy.class.getName()), strategy.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return Cli.call(args);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void saysWhatWasTriedAndMeasured() {
    Cli check = Cli.call("check-strategy", MARKET, "--strategies=sma_cross", "--maxSymbols=10");
    assertThat(check.status()).as(check.err()).isZero();
    assertThat(check.out())
        .contains("sma_cross, on made-up prices (24 symbols, ")
        .contains(" and market (10 symbols, ", " days to 2025-12-31)")
        .containsPattern("look-ahead +ok +\\d+ choices, \\d+ days, 5 futures: [0-9,]+ reruns, ")
        .containsPattern("warm-up +ok +declared 250 bars, needed (249|250)\n")
        .contains("close are all that it looks at")
        .endsWith("  passed\n");
  }

  @Test
  void aStrategyThatLooksAheadFails() throws IOException {
    Cli check =
        with(Clairvoyant.class, "check-strategy", MARKET, "--strategies=clairvoyant,sma_cross");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out())
        .containsPattern(
            "look-ahead +FAILED +clairvoyant looks ahead: with \\{\"size\":[0-9.]+}, S\\d+ at the"
                + " close of \\d{4}-\\d\\d-\\d\\d, it wants [0-9.]+, but [0-9.]+ when ")
        .contains("\n  failed\n", "\n  passed\n");
    assertThat(check.err())
        .isEqualTo(
            "nightshift: 1 strategy of 2 failed: clairvoyant; what is wrong stands in the lines"
                + " marked FAILED\n");
  }

  @Test
  void aRunRefusesAStrategyThatLooksAhead() throws IOException {
    Path research = folder.resolve("research.db");
    Cli run =
        with(
            Clairvoyant.class,
            "run",
            MARKET,
            "--research=" + research,
            "--profile=pi_safe",
            "--maxSymbols=4",
            "--population=4",
            "--generations=2");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("nightshift: clairvoyant looks ahead: with {\"size\":")
        .contains("mend it or leave it out", "check-strategy --strategies=clairvoyant");
    assertThat(research).doesNotExist();
  }

  @Test
  void aRunTakesAnHonestOneFromAnotherJar() throws Exception {
    Path research = folder.resolve("research.db");
    Cli run =
        with(
            Honest.class,
            "run",
            MARKET,
            "--research=" + research,
            "--profile=pi_safe",
            "--strategies=honest",
            "--maxSymbols=4",
            "--population=4",
            "--generations=2");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Dump.query(research, "SELECT DISTINCT strategy FROM fitness"))
        .containsExactly("honest");
  }

  @Test
  void anUnknownStrategyIsAWrongCall() {
    Cli check = Cli.call("check-strategy", MARKET, "--strategies=sma_crss");
    assertThat(check.status()).isEqualTo(2);
    assertThat(check.err()).contains("unknown strategy 'sma_crss' (did you mean sma_cross?)");
  }
}
