package nightshift.pipelines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.io.market.Coverage;
import nightshift.io.research.WarmStart;
import nightshift.profiles.Research;
import nightshift.profiles.Settings;
import nightshift.transforms.walkforward.Fold;

/**
 * What a run is known by: a hash of what decides its results. The same run, whenever and wherever
 * it is made and whatever it costs, has the same identity. The same prices in another kind of store
 * have another: what stands for them is computed from what is stored, see {@link Coverage#content}.
 */
final class RunIdentity {
  private static final int BYTES = 8;

  /**
   * Counts how often the program has changed what comes out of the same prices, settings and
   * strategies: what an earlier one has begun must not be continued then. Strategies count their
   * own changes.
   */
  private static final int RULES = 1;

  /** Says nothing, so that runs are known as they were before there was a choice. */
  private static final String COLD = Settings.WARM_START.name() + " false";

  private RunIdentity() {}

  static String of(
      Research research,
      StrategyChoice strategies,
      String market,
      MarketSurvey survey,
      LocalDate last,
      List<Fold> folds) {
    return hash(
        Stream.of(
                Stream.of("rules " + RULES, "market " + market, "last " + last),
                research.texts().entrySet().stream()
                    .map(s -> s.getKey() + " " + s.getValue())
                    .filter(s -> !s.equals(COLD)),
                strategies.strategies().stream().map(s -> s.name() + " version " + s.version()),
                survey.coverage().stream().map(RunIdentity::line),
                folds.stream().map(Fold::toString))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n")));
  }

  /** What a run is known by that begins with something. */
  static String of(String baseId, WarmStart start) {
    return start.seeds().isEmpty()
        ? baseId
        : hash(
            Stream.concat(Stream.of(baseId), start.seeds().stream().map(WarmStart.Seed::toString))
                .collect(Collectors.joining("\n")));
  }

  /** What a symbol is known by. */
  static String line(Coverage symbol) {
    return String.join(
        " ",
        symbol.symbol(),
        symbol.first().toString(),
        symbol.last().toString(),
        Long.toHexString(symbol.content()));
  }

  /** Sixteen digits that stand for a text. */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
