package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightshift.pipelines.report.Report;
import nightshift.pipelines.report.SectionReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report in a browser. Needs Chromium ({@code apt install chromium}), and is skipped where that
 * is not. Leaves pictures in {@code target/pictures}.
 */
class ReportPageTest {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir static Path folder;
  private static Playwright playwright;
  private static Browser browser;

  private static Path database() {
    return folder.resolve("research.db");
  }

  @BeforeAll
  static void makeTheReport() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(chromium != null, "SKIPPED: there is no Chromium here (apt install chromium)");
    for (String seed : List.of("--seed=1", "--seed=2")) {
      Cli run =
          Cli.run(Cli.BUNDLED, database(), seed, "--objective=sharpe,max_drawdown", "--maxYears=5");
      assertThat(run.status()).as(run.err()).isZero();
    }
    Cli report = Cli.call("report", "--research=" + database(), "--to=" + page());
    assertThat(report.status()).as(report.err()).isZero();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  private static Path page() {
    return folder.resolve("report.html");
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A page that was opened and scrolled to its end, with what it did meanwhile. */
  private record Opened(Page page, List<String> complaints, List<String> requests) {
    static Opened of(int width, int height, ColorScheme scheme) {
      BrowserContext context =
          browser.newContext(
              new Browser.NewContextOptions()
                  .setViewportSize(width, height)
                  .setColorScheme(scheme));
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      List<String> requests = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
      page.onPageError(complaints::add);
      page.onRequest(request -> requests.add(request.url()));
      page.navigate(ReportPageTest.page().toUri().toString());
      for (SectionReader section : Report.SECTIONS) {
        page.locator("#" + section.id()).scrollIntoViewIfNeeded();
        page.waitForTimeout(60);
      }
      return new Opened(page, complaints, requests);
    }

    void picture(String name) {
      page.evaluate("window.scrollTo(0, 0)");
      page.waitForTimeout(100);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
  }

  @Test
  void hasTheRunsOwnNumbers() throws Exception {
    Opened opened = Opened.of(1280, 1400, ColorScheme.LIGHT);
    opened.picture("report-desktop");
    Page page = opened.page();
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.requests()).containsExactly(page().toUri().toString());
    for (SectionReader section : Report.SECTIONS) {
      assertThat(page.locator("#" + section.id() + " h2").innerText()).isEqualTo(section.title());
    }
    assertThat(rows(page, "#verdicts", 0, 1, 3, 7, 8, 9))
        .containsExactlyInAnyOrderElementsOf(
            Dump.query(
                database(),
                """
                SELECT strategy, verdict, IIF(stitched_sharpe IS NULL, '–', PRINTF('%.2f', stitched_sharpe)),
                  IIF(stitched_psr IS NULL, '–', PRINTF('%.3f', stitched_psr)),
                  IIF(dsr IS NULL, '–', PRINTF('%.3f', dsr)),
                  IIF(pbo IS NULL, '–', PRINTF('%.3f', pbo))
                FROM verdicts WHERE run_id = (SELECT run_id FROM champions LIMIT 1)"""));
    assertThat(rows(page, "#quarantine .scroll >> nth=0", 0, 2))
        .containsExactlyInAnyOrderElementsOf(
            Dump.query(
                database(),
                "SELECT rule, COUNT(*) FROM quarantine WHERE run_id = ("
                    + "SELECT run_id FROM champions LIMIT 1) GROUP BY rule, action"));
    // The stitched equity ends where the verdict's total return says, computed by another way.
    List<Object> names = names(page);
    for (String line :
        Dump.query(
            database(),
            "SELECT strategy, ROUND(1 + stitched_total_return, 4) FROM verdicts"
                + " WHERE run_id = (SELECT run_id FROM champions LIMIT 1)")) {
      String[] parts = line.split("\\|");
      Object end =
          page.evaluate(
              "i => JSON.parse(document.getElementById('chart-equity-data').textContent).data[i + 1].at(-1)",
              names.indexOf(parts[0]));
      assertThat(((Number) end).doubleValue())
          .as(line)
          .isCloseTo(Double.parseDouble(parts[1]), within(1e-4));
    }
    page.context().close();
  }

  @SuppressWarnings("unchecked")
  private static List<Object> names(Page page) {
    return (List<Object>)
        page.evaluate("JSON.parse(document.getElementById('chart-equity-data').textContent).names");
  }

  /** Cells of the rows of a table, as {@link Dump} writes rows. */
  private static List<String> rows(Page page, String where, int... columns) {
    List<String> rows = new ArrayList<>();
    page.locator(where + " >> tbody tr")
        .all()
        .forEach(
            row -> {
              List<String> cells = row.locator("th, td").allInnerTexts();
              List<String> chosen = new ArrayList<>();
              for (int column : columns) {
                chosen.add(cells.get(column).strip());
              }
              rows.add(String.join("|", chosen));
            });
    return rows;
  }

  @Test
  void everyChartIsDrawnAndHasItsNumbersAsATable() {
    Page page = Opened.of(1280, 900, ColorScheme.DARK).page();
    page.waitForTimeout(300);
    int charts = page.locator(".chart").count();
    assertThat(charts).isGreaterThan(6);
    assertThat(page.locator(".chart canvas").count()).isEqualTo(charts);
    assertThat(page.locator("figure").count())
        .isEqualTo(page.locator("figure:has(table):has([role=img][aria-label])").count());
    assertThat(page.locator("svg.scatter circle").count()).isGreaterThan(10);
    page.context().close();
  }

  @Test
  void fitsAPhoneInTheDark() {
    Opened opened = Opened.of(390, 1200, ColorScheme.DARK);
    opened.picture("report-phone");
    assertThat(opened.complaints()).isEmpty();
    assertThat((Integer) opened.page().evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    opened.page().context().close();
  }

  @Test
  void theKeyboardReachesWhatScrollsAndFolds() {
    Page page = Opened.of(1280, 900, ColorScheme.LIGHT).page();
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.locator("#symbols details >> nth=-1 >> summary").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#symbols details >> nth=-1 >> tbody tr").first().isVisible()).isTrue();
    assertThat(page.locator(".scroll:not([tabindex])").count()).isZero();
    page.context().close();
  }
}
