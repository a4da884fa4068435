package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import nightshift.pipelines.report.Report;
import nightshift.pipelines.report.SectionReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} as a user meets it. What a browser makes of it is {@link ReportPageTest}'s. */
class ReportTest {
  @TempDir static Path once;
  @TempDir Path folder;

  private static Path searched() {
    return once.resolve("research.db");
  }

  @BeforeAll
  static void search() {
    Cli run = Cli.run(Cli.BUNDLED, searched(), "--objective=sharpe,max_drawdown");
    assertThat(run.status()).as(run.err()).isZero();
  }

  private Path page() {
    return folder.resolve("report.html");
  }

  private Cli report(Path research, String... more) {
    return Cli.call(
        Stream.concat(
                Stream.of("report", "--research=" + research, "--to=" + page()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void hasEverySectionAndNothingFromElsewhere() throws Exception {
    List<String> before = names(once);
    Cli report = report(searched());
    assertThat(report.status()).as(report.err()).isZero();
    assertThat(report.out()).contains(page().toString());
    assertThat(names(once)).isEqualTo(before);
    assertThat(names(folder)).containsExactly("report.html");
    String html = Files.readString(page());
    int last = 0;
    for (SectionReader section : Report.SECTIONS) {
      int place = html.indexOf("<section id=\"" + section.id() + "\"");
      assertThat(place).as(section.id()).isGreaterThan(last);
      last = place;
    }
    assertThat(html).doesNotContainPattern("(src|href)=\"(?!#|data:,\")");
    assertThat(html).doesNotContain("style=\"").contains("default-src 'none'");
  }

  @Test
  void isTheSameEveryTime() throws Exception {
    report(searched());
    byte[] first = Files.readAllBytes(page());
    report(searched());
    assertThat(Files.readAllBytes(page())).isEqualTo(first);
  }

  @Test
  void namesTheRunsThatThereAre() throws Exception {
    String runId = Dump.query(searched(), "SELECT run_id FROM runs").get(0);
    assertThat(report(searched(), "--run=" + runId).status()).isZero();
    Cli wrong = report(searched(), "--run=nobody");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("no run 'nobody'", searched().toString(), runId);
  }

  @Test
  void whatTheDatabaseSaysIsTextOnly() throws Exception {
    Path hostile = Files.copy(searched(), folder.resolve("hostile.db"));
    String text = "</script><script>document.title=1</script><img src=x onerror=\"a\">\u2028";
    change(hostile, "UPDATE symbol_fitness SET symbol = symbol || '" + text + "'");
    change(hostile, "UPDATE verdicts SET reason = '" + text + "', verdict = '" + text + "'");
    change(hostile, "UPDATE generations SET strategy = strategy || '" + text + "'");
    change(hostile, "UPDATE runs SET market = '" + text + "', settings = '" + text + "'");
    assertThat(report(hostile).status()).isZero();
    String html = Files.readString(page());
    assertThat(html).doesNotContain("<script>document", "<img");
    assertThat(html).contains("&lt;/script&gt;", "\\u003c/script\\u003e").contains("\\u2028");
    assertThat(html.split("<script", -1)).hasSameSizeAs(tidy().split("<script", -1));
  }

  private String tidy() throws IOException {
    assertThat(report(searched()).status()).isZero();
    return Files.readString(page());
  }

  private static void change(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aWrongDatabaseLeavesNothing() throws Exception {
    Path none = folder.resolve("nowhere").resolve("research.db");
    Cli report = report(none);
    assertThat(report.status()).isEqualTo(2);
    assertThat(report.err()).contains("no research database at " + none, "--research=FILE");
    assertThat(names(folder)).isEmpty();
    Path empty = Files.createFile(folder.resolve("empty.db"));
    assertThat(report(empty).err()).contains(empty + " is empty (0 bytes)");
    assertThat(names(folder)).containsExactly("empty.db");
  }

  @Test
  void doesNotReplaceTheDatabase() throws Exception {
    Path copy = Files.copy(searched(), folder.resolve("copy.db"));
    Cli report = Cli.call("report", "--research=" + copy, "--to=" + copy);
    assertThat(report.status()).isEqualTo(2);
    assertThat(Files.mismatch(copy, searched())).isEqualTo(-1);
  }

  @Test
  void aDatabaseWithoutARunSaysSo() throws Exception {
    Path copy = Files.copy(searched(), folder.resolve("copy.db"));
    change(copy, "DELETE FROM runs");
    assertThat(report(copy).err()).contains("has no run yet", "nightshift run");
  }
}
