package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightshift.pipelines.KnownMarket.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often luck is taken for skill, over many markets: {@code mvn -Ptrust}. What it measures is
 * printed, and stands in docs/trust.md.
 */
@Tag("trust")
class LuckOnNoiseTest {
  private static final int MARKETS = 30;
  private static final String[] FREE = {"--commissionBps=0", "--slippageBps=0"};

  @TempDir Path folder;

  private Judged judged(Kind kind, long seed, String... options) throws Exception {
    Path own = Files.createDirectory(folder.resolve("m" + seed));
    return Judged.run(own, kind, seed, options);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, "LuckOnNoiseTest: " + format + "%n", values);
  }

  /** Without costs, so that candidates differ by nothing but luck. */
  @Test
  void overfittingIsAsProbableAsNotInARandomWalk() throws Exception {
    List<Double> pbo = new ArrayList<>();
    for (int seed = 1; seed <= MARKETS; seed++) {
      judged(Kind.WALK, 200 + seed, FREE)
          .numbers("SELECT AVG(pbo) FROM fitness GROUP BY strategy, fold")
          .forEach(pbo::add);
    }
    double mean = pbo.stream().mapToDouble(p -> p).average().orElseThrow();
    say("PBO %.3f on average over %d units", mean, pbo.size());
    assertThat(pbo).hasSizeGreaterThan(MARKETS * 20);
    assertThat(mean).isBetween(0.4, 0.6);
  }

  @Test
  void noiseIsHardlyEverRobust() throws Exception {
    rate(Kind.WALK, FREE);
  }

  @Test
  void neitherIsADriftThatAllShare() throws Exception {
    rate(Kind.DRIFT);
  }

  private void rate(Kind kind, String... options) throws Exception {
    int verdicts = 0;
    int robust = 0;
    int runs = 0;
    for (int seed = 1; seed <= MARKETS; seed++) {
      Judged judged = judged(kind, seed, options);
      verdicts += judged.query("SELECT 1 FROM verdicts").size();
      int found = judged.with("robust").size();
      robust += found;
      runs += found > 0 ? 1 : 0;
    }
    say(
        "%s: %d of %d verdicts are robust, in %d of %d runs",
        kind, robust, verdicts, runs, MARKETS);
    assertThat(verdicts).isGreaterThan(MARKETS * 7);
    assertThat(robust).isLessThanOrEqualTo(verdicts / 20);
    assertThat(runs).isLessThanOrEqualTo(MARKETS / 10);
  }
}
