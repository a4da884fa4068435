package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightshift.pipelines.KnownMarket.Kind;

/** Whole runs on known markets, all eight strategies unless said otherwise, and what they say. */
record Judged(Path database, String out) {

  static Judged run(Path folder, Kind kind, long seed, String... options) throws Exception {
    Path market = folder.resolve(kind + "-" + seed);
    KnownMarket.write(market, kind, seed);
    return run(market, folder.resolve(kind + "-" + seed + ".db"), options);
  }

  static Judged run(Path market, Path database, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--profile=pi_safe",
                "--maxSymbols=all",
                "--maxYears=6",
                "--generations=6",
                "--workers=2",
                "--market=" + market,
                "--research=" + database));
    args.addAll(List.of(options));
    Cli cli = Cli.call(args.toArray(String[]::new));
    assertThat(cli.status()).as(cli.err()).isZero();
    return new Judged(database, cli.out());
  }

  List<String> query(String sql) throws SQLException {
    return Dump.query(database, sql);
  }

  /** Strategies with a verdict. */
  List<String> with(String verdict) throws SQLException {
    return query("SELECT strategy FROM champions WHERE verdict = '" + verdict + "' ORDER BY 1");
  }

  /** The numbers that a query finds, NULL left out. */
  Stream<Double> numbers(String sql) throws SQLException {
    return query(sql).stream().filter(text -> !text.equals("null")).map(Double::valueOf);
  }
}
