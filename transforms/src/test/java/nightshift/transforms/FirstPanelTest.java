package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Adjust;
import nightshift.transforms.walkforward.Fold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPanelTest {
  private static final Fold FOLD = Searches.fold(1971, "1970-01-01", "1970-12-24", "1971-12-31");

  @TempDir Path folder;
  private MarketSource source;

  private UnitPlan open() throws Exception {
    Path market = folder.resolve("market");
    MadeUpMarket.write(market, 2, LocalDate.of(1970, 1, 1), LocalDate.of(1971, 12, 31));
    source = new MarketSource(market.toString(), Adjust.AUTO);
    FoldSymbols fold = new FoldSymbols(FOLD, source.market().symbols(), 1044);
    return new UnitPlan(List.of(fold), List.of("sma_cross"), 1);
  }

  private static Search search() {
    return Searches.search(List.of("sma_cross"), 1, 0);
  }

  @AfterEach
  void close() {
    Panels.ofThisProcess().releaseUnused();
    source.close();
  }

  /** Until it has come to its end by itself. */
  private void read(UnitPlan units) throws InterruptedException {
    FirstPanel first = FirstPanel.begin(source, units, search()).orElseThrow();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("first-panel")) {
        thread.join();
      }
    }
    first.end();
  }

  @Test
  void isThereWhenTheUnitAsksForIt() throws Exception {
    UnitPlan units = open();
    read(units);
    assertThat(source.filesOpened()).isEqualTo(2);
    assertThat(Panels.ofThisProcess().bytes()).isPositive();
    PanelRequest request = new PanelRequest(source, units.get(0).fold(), search());
    try (Panels.Lease lease =
        Panels.ofThisProcess()
            .lease(
                request,
                "sma_cross",
                (wanted, assembly) -> {
                  throw new AssertionError("it was to be there");
                })) {
      assertThat(lease.loaded().panel().symbols()).hasSize(2);
    }
  }

  @Test
  void readsNothingWhereNoUnitIsLeft() throws Exception {
    UnitPlan units = open();
    UnitPlan none = units.without(Set.of(units.get(0).key()));
    assertThat(FirstPanel.begin(source, none, search())).isEmpty();
    assertThat(source.filesOpened()).isZero();
  }

  @Test
  void saysNothingAboutWhatTheUnitWillMeet() throws Exception {
    UnitPlan units = open();
    for (String symbol : source.market().symbols()) {
      Files.delete(folder.resolve("market/" + symbol + ".parquet"));
    }
    source.close();
    read(units);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("first-panel");
  }
}
