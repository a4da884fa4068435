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
  private static final int MARKETS = 25;

  /** No costs, so that candidates and strategies differ by nothing but luck. */
  private static final String[] FREE = {"--commissionBps=0", "--slippageBps=0"};

  @TempDir Path folder;

  @Test
  void aRandomWalk() throws Exception {
    measure(Kind.WALK);
  }

  @Test
  void aDriftThatAllShare() throws Exception {
    measure(Kind.DRIFT);
  }

  private void measure(Kind kind) throws Exception {
    List<Double> pbo = new ArrayList<>();
    int verdicts = 0;
    int robust = 0;
    int runs = 0;
    for (int seed = 1; seed <= MARKETS; seed++) {
      Judged judged =
          Judged.run(Files.createDirectory(folder.resolve("m" + seed)), kind, seed, FREE);
      judged.numbers("SELECT AVG(pbo) FROM fitness GROUP BY strategy, fold").forEach(pbo::add);
      verdicts += judged.query("SELECT 1 FROM verdicts").size();
      int found = judged.with("robust").size();
      robust += found;
      runs += found > 0 ? 1 : 0;
    }
    double mean = pbo.stream().mapToDouble(p -> p).average().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%s: PBO %.3f on average over %d units; %d of %d verdicts robust, in %d of %d runs%n",
        kind,
        mean,
        pbo.size(),
        robust,
        verdicts,
        runs,
        MARKETS);
    assertThat(pbo).hasSizeGreaterThan(MARKETS * 20);
    assertThat(mean).isBetween(0.4, 0.6);
    assertThat(verdicts).isGreaterThan(MARKETS * 7);
    assertThat(robust).isLessThanOrEqualTo(verdicts / 20);
  }
}
