package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsCommandTest {
  private static final String ALL = "SELECT * FROM pairs ORDER BY formation_to, rank";

  @TempDir Path folder;

  private Path database(String name) {
    return folder.resolve(name + ".db");
  }

  private static Cli pairs(Path market, Path database, String... more) {
    List<String> args = new ArrayList<>();
    args.add("pairs");
    args.add("--profile=pi_safe");
    args.add("--maxSymbols=all");
    args.add("--market=" + market);
    args.add("--research=" + database);
    args.addAll(List.of(more));
    return Cli.call(args.toArray(String[]::new));
  }

  private List<String> found(String name, String... more) throws Exception {
    Cli cli = pairs(Cli.BUNDLED, database(name), more);
    assertThat(cli.status()).as(cli.err()).isZero();
    return Dump.query(database(name), ALL);
  }

  @Test
  void writesTheClosestPairsOfTheMarket() throws Exception {
    Cli cli =
        pairs(
            Cli.BUNDLED,
            database("a"),
            "--asOf=2017-06-30",
            "--shortlist=60",
            "--formation=200",
            "--minCorrelation=0.1");
    assertThat(cli.status()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("formation 2016-", " to 2017-06-30", "tested", "half-life");
    assertThat(
            Dump.query(
                database("a"),
                "SELECT COUNT(*), MIN(rank), MAX(rank), COUNT(DISTINCT formation_from),"
                    + " MAX(formation_to), MIN(correlation) >= 0.1, COUNT(params) FROM pairs"))
        .containsExactly("60|1|60|1|2017-06-30|1|0");
    assertThat(
            Dump.query(
                database("a"),
                "SELECT COUNT(*) FROM pairs a JOIN pairs b ON b.rank = a.rank + 1"
                    + " WHERE b.distance < a.distance OR a.symbol_a >= a.symbol_b"))
        .containsExactly("0");
    assertThat(Dump.query(database("a"), "SELECT run_id FROM runs")).isEmpty();
    assertThat(Dump.query(database("a"), "SELECT formation_to FROM pair_refreshes"))
        .containsExactly("2017-06-30");
  }

  @Test
  void hasTheSameBitsWhateverItCosts() throws Exception {
    List<String> one = found("one", "--workers=1", "--beam.checks");
    assertThat(one).isNotEmpty();
    assertThat(found("two", "--workers=2")).isEqualTo(one);
    assertThat(found("scratch", "--workers=2", "--scratch=always")).isEqualTo(one);
    // Once more over what is there.
    assertThat(found("one")).isEqualTo(one);
  }

  /** What comes after the last day of the formation changes nothing. */
  @Test
  void doesNotLookAhead() throws Exception {
    Path csv = folder.resolve("csv");
    Files.createDirectories(csv);
    for (String rest : List.of("whole", "cut", "other")) {
      for (int i = 0; i < 6; i++) {
        Files.writeString(csv.resolve("S" + i + ".csv"), bars(i, rest));
      }
      Cli done = Cli.call("import", "--from=" + csv, "--to=" + folder.resolve(rest));
      assertThat(done.status()).as(done.err()).isZero();
    }
    String figures =
        "SELECT formation_to, rank, symbol_a, symbol_b, distance, adf, p_value FROM pairs";
    List<List<String>> all = new ArrayList<>();
    for (String rest : List.of("whole", "cut", "other")) {
      Cli cli =
          pairs(
              folder.resolve(rest),
              database(rest),
              "--asOf=2021-06-30",
              "--formation=100",
              "--dataGate=off",
              "--minCorrelation=-1");
      assertThat(cli.status()).as(cli.err()).isZero();
      all.add(Dump.query(database(rest), figures + " ORDER BY rank"));
    }
    assertThat(all.get(0)).hasSize(15).allMatch(row -> row.startsWith("2021-06-30|"));
    assertThat(all.get(1)).isEqualTo(all.get(0));
    assertThat(all.get(2)).isEqualTo(all.get(0));
  }

  /** Prices from 2021 on; what comes after June is there, or not, or another. */
  private static String bars(int symbol, String rest) {
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    Random random = new Random(symbol);
    double price = 50;
    LocalDate last = LocalDate.of(2021, 6, 30);
    LocalDate end = rest.equals("cut") ? last : last.plusDays(60);
    for (LocalDate day = LocalDate.of(2021, 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
      boolean other = rest.equals("other") && day.isAfter(last);
      price *= 1 + (other ? 0.05 : 0.01) * random.nextGaussian();
      text.append(day).append((',' + Double.toString(price)).repeat(4)).append(",1000\n");
    }
    return text.toString();
  }

  @Test
  void pairsWithinASectorAlone() throws Exception {
    found("symbols", "--minCorrelation=-1");
    List<String> symbols =
        Dump.query(database("symbols"), "SELECT DISTINCT symbol_a FROM pairs ORDER BY 1 LIMIT 6");
    StringBuilder csv = new StringBuilder("Symbol,Name,Sector\n");
    for (int i = 0; i < 6; i++) {
      csv.append(symbols.get(i)).append(",\"Some, Inc\",").append(i < 3 ? "Energy" : "Banks");
      csv.append('\n');
    }
    Path file = Files.writeString(folder.resolve("sectors.csv"), csv);
    found("sectors", "--sectors=" + file, "--minCorrelation=-1");
    assertThat(
            Dump.query(
                database("sectors"), "SELECT sector, COUNT(*) FROM pairs GROUP BY 1 ORDER BY 1"))
        .containsExactly("banks|3", "energy|3");
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "ticker,sector\nA,b\n");
    Cli refused = pairs(Cli.BUNDLED, database("refused"), "--sectors=" + wrong);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("wrong.csv: no column symbol");
  }

  /** The pairs that each champion may trade are formed before the first unseen day. */
  @Test
  void aRunSaysWhichPairsItsChampionsTrade() throws Exception {
    Path database = database("run");
    Cli run =
        Cli.run(
            Cli.BUNDLED,
            database,
            "--strategies=pairs,sma_cross",
            "--maxYears=3",
            "--trainYears=1",
            "--minTrades=1");
    assertThat(run.status()).as(run.err()).isZero();
    String champions =
        " FROM fitness f JOIN pairs p ON p.run_id = f.run_id AND p.strategy = f.strategy"
            + " AND p.fold = f.fold AND p.island = f.island AND p.params = f.params"
            + " WHERE f.rank = 1";
    assertThat(Dump.query(database, "SELECT COUNT(DISTINCT f.fold)" + champions))
        .isEqualTo(
            Dump.query(
                database, "SELECT COUNT(DISTINCT fold) FROM fitness WHERE strategy='pairs'"));
    assertThat(
            Dump.query(
                database,
                "SELECT SUM(p.formation_to >= f.test_from), COUNT(*) > 0, COUNT(DISTINCT f.fold)"
                    + " = COUNT(DISTINCT p.formation_to)"
                    + champions))
        .containsExactly("0|1|1");
    assertThat(Dump.query(database, "SELECT DISTINCT strategy FROM pairs"))
        .containsExactly("pairs");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Cli early = pairs(Cli.BUNDLED, database("early"), "--asOf=1950-01-01");
    assertThat(early.status()).isEqualTo(2);
    assertThat(early.err()).contains("no bar on or before --asOf=1950-01-01");
    Cli option = pairs(Cli.BUNDLED, database("option"), "--formation=5");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err()).contains("formation must be 30 to 2520, got '5'");
    Cli tooLong = pairs(Cli.BUNDLED, database("long"), "--formation=2520", "--asOf=2015-06-30");
    assertThat(tooLong.status()).isEqualTo(1);
    assertThat(tooLong.err()).contains("2520 are wanted", "--formation");
  }
}
