package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.market.Adjust;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnitThreadsTest {
  private static final String SMA = "sma_cross";

  private final Panels panels = new Panels();
  private final UnitThreads threads = new UnitThreads();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void goOn() {
    Stop.ofThisProcess().reset();
    release.countDown();
  }

  private static PanelRequest request(int year) {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(year, (year - 1) + "-01-01", (year - 1) + "-12-24", year + "-12-31"),
            List.of("AAA"),
            1000);
    return new PanelRequest(
        new MarketSource("nowhere", Adjust.NONE), fold, Searches.search(List.of(SMA), 1, 0));
  }

  private Panels.Lease lease(int year) throws IOException, InterruptedException {
    return panels.lease(
        request(year), SMA, (r, assembly) -> new PanelLoader(r, assembly, symbol -> bar(symbol)));
  }

  private static BarSlice bar(String symbol) {
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      columns.put(column, new double[] {1});
    }
    return new BarSlice(symbol, new int[] {14_000}, columns, List.of());
  }

  /** Ends when it is released, whatever else is wanted. */
  private String endlessly() {
    while (release.getCount() > 0) {
      Thread.onSpinWait();
    }
    return "released";
  }

  private String untilBrokenOff() throws InterruptedException {
    while (!UnitThreads.isBrokenOff()) {
      Thread.sleep(5);
    }
    throw new IllegalStateException("broken off");
  }

  private void limit(long millis) {
    threads.setLimit(TimeUnit.MILLISECONDS.toNanos(millis), "--unitTimeout=1s");
  }

  private long panelAlone() throws Exception {
    lease(2010).close();
    return panels.bytes();
  }

  @Test
  void givesWhatTheWorkGivesAndTheLeaseBack() throws Exception {
    long unused = panelAlone();
    assertThat(threads.<String>run("unit", lease(2010), () -> Thread.currentThread().getName()))
        .isEqualTo("unit");
    assertThat(panels.bytes()).isEqualTo(unused);
    assertThatThrownBy(
            () ->
                threads.run(
                    "unit",
                    lease(2010),
                    () -> {
                      throw new IOException("told so");
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("told so");
    assertThat(panels.bytes()).isEqualTo(unused);
  }

  @Test
  void whatTakesTooLongIsBrokenOff() throws Exception {
    long unused = panelAlone();
    limit(200);
    assertThatThrownBy(() -> threads.run("unit", lease(2010), this::untilBrokenOff))
        .isInstanceOf(UnitTimeoutException.class)
        .hasMessageStartingWith("took longer than --unitTimeout=1s, at ");
    assertThat(panels.bytes()).isEqualTo(unused);
  }

  @Test
  void whatDoesNotEndKeepsItsMemoryAndNobodyWaitsForIt() throws Exception {
    long unused = panelAlone();
    limit(200);
    assertThatThrownBy(() -> threads.run("unit", lease(2010), this::endlessly))
        .isInstanceOf(UnitTimeoutException.class)
        .hasMessageContaining("UnitThreadsTest.endlessly");
    long held = panels.bytes();
    assertThat(held).isGreaterThan(unused);
    lease(2010).close();
    assertThat(panels.bytes()).as("the same panel can be used").isEqualTo(held);
    panels.setBudget(held + unused / 2);
    assertThatThrownBy(() -> lease(2011))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("units that took longer than --unitTimeout and do not end hold");
    release.countDown();
    while (panels.bytes() > unused) {
      Thread.sleep(5);
    }
    lease(2011).close();
  }

  @Test
  void aStopDropsWhatIsWorkedOnAndBeginsNothing() throws Exception {
    CompletableFuture<Object> dropped =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return threads.run("unit", lease(2010), this::untilBrokenOff);
              } catch (Exception e) {
                return e;
              }
            });
    Thread.sleep(100);
    assertThat(dropped).isNotDone();
    Stop.ofThisProcess().ask();
    assertThat(dropped.get()).isInstanceOf(StoppedException.class);
    assertThatThrownBy(() -> lease(2010)).isInstanceOf(StoppedException.class);
  }

  @Test
  void whoMeetsTheEndOfTheHeapTriesOnceMoreAlone() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    assertThat(
            threads.<String>run(
                "unit",
                lease(2010),
                () -> {
                  if (tries.incrementAndGet() == 1) {
                    throw new OutOfMemoryError("on purpose");
                  }
                  return "done";
                }))
        .isEqualTo("done");
    assertThatThrownBy(
            () ->
                threads.run(
                    "unit",
                    lease(2010),
                    () -> {
                      tries.incrementAndGet();
                      throw new OutOfMemoryError("on purpose");
                    }))
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(tries).hasValue(4);
  }
}
