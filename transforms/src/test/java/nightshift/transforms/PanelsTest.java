package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.market.Adjust;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.transforms.panel.SymbolBars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PanelsTest {
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Panels panels = new Panels();
  private final AtomicInteger loads = new AtomicInteger();

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private static PanelRequest request(int year) {
    return request(year, List.of("AAA"));
  }

  private static PanelRequest request(int year, List<String> symbols) {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(year, (year - 1) + "-01-01", (year - 1) + "-12-24", year + "-12-31"),
            symbols,
            1000);
    return PanelRequest.of(
        new MarketSource("nowhere", Adjust.NONE), fold, Searches.search(List.of("one"), 1, 0));
  }

  /** Reads one bar of each symbol, when the latch is down. */
  private PanelLoader loader(PanelRequest request, CountDownLatch begin) {
    return new PanelLoader(
        request,
        symbol -> {
          await(begin);
          return bar(symbol);
        });
  }

  private BarSlice bar(String symbol) {
    loads.incrementAndGet();
    double[] one = {1};
    Map<Column, double[]> columns = Map.of(Column.OPEN, one, Column.CLOSE, one);
    return new BarSlice(symbol, new int[] {14_000}, columns, List.of());
  }

  private Panels.Lease lease(int year) throws MarketException, InterruptedException {
    return panels.lease(request(year), request -> loader(request, new CountDownLatch(0)));
  }

  @Test
  void workersShareOnePanel() throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    Callable<PanelLoader.Loaded> work =
        () -> {
          try (Panels.Lease lease = panels.lease(request(2010), r -> loader(r, begin))) {
            return lease.loaded();
          }
        };
    Future<PanelLoader.Loaded> first = workers.submit(work);
    Future<PanelLoader.Loaded> second = workers.submit(work);
    begin.countDown();
    assertThat(first.get().panel()).isSameAs(second.get().panel());
    assertThat(loads).hasValue(1);
  }

  /** The first symbol of each worker is read only when the other worker reads one too. */
  @Test
  void workersThatWaitForAPanelReadItTogether() throws Exception {
    List<String> symbols = List.of("A", "B", "C", "D", "E");
    CyclicBarrier both = new CyclicBarrier(2);
    PanelRequest request = request(2010, symbols);
    Panels.Loading loading =
        r ->
            new PanelLoader(
                r,
                symbol -> {
                  if (symbol.compareTo("C") < 0) {
                    await(both);
                  }
                  return bar(symbol);
                });
    Callable<PanelLoader.Loaded> work =
        () -> {
          try (Panels.Lease lease = panels.lease(request, loading)) {
            return lease.loaded();
          }
        };
    Future<PanelLoader.Loaded> first = workers.submit(work);
    Future<PanelLoader.Loaded> second = workers.submit(work);
    assertThat(first.get()).isSameAs(second.get());
    assertThat(first.get().panel().symbols())
        .extracting(SymbolBars::symbol)
        .containsExactlyElementsOf(symbols);
    assertThat(loads).hasValue(5);
  }

  @Test
  void aFailureIsThatOfEveryWorkerAndTheNextBeginsAnew() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    PanelRequest request = request(2010, List.of("A", "B"));
    Panels.Loading broken =
        r ->
            new PanelLoader(
                r,
                symbol -> {
                  await(both);
                  throw new IllegalStateException("no memory for " + symbol);
                });
    Future<?> first = workers.submit(() -> panels.lease(request, broken));
    Future<?> second = workers.submit(() -> panels.lease(request, broken));
    assertThatThrownBy(first::get).hasMessageContaining("no memory for ");
    assertThatThrownBy(second::get).hasMessageContaining("no memory for ");
    assertThat(panels.bytes()).isZero();
    panels.lease(request, r -> loader(r, new CountDownLatch(0))).close();
    assertThat(panels.bytes()).isEqualTo(request.bytes());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anUnusedPanelStaysUntilAnotherIsLoaded() throws Exception {
    lease(2010).close();
    lease(2010).close();
    assertThat(loads).hasValue(1);
    Panels.Lease used = lease(2011);
    assertThat(panels.bytes()).isEqualTo(request(2011).bytes());
    lease(2012).close();
    assertThat(panels.bytes()).isEqualTo(2 * request(2011).bytes());
    used.close();
    panels.releaseUnused();
    assertThat(panels.bytes()).isZero();
  }

  @Test
  void aWorkerWaitsForRoom() throws Exception {
    panels.setBudget(request(2010).bytes());
    Panels.Lease held = lease(2010);
    Future<Panels.Lease> waiting = workers.submit(() -> lease(2011));
    assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    assertThat(panels.bytes()).isEqualTo(request(2010).bytes());
    held.close();
    waiting.get().close();
    assertThat(panels.bytes()).isEqualTo(request(2011).bytes());
  }

  @Test
  void aPanelLargerThanTheBudgetIsLoadedAlone() throws Exception {
    panels.setBudget(1);
    lease(2010).close();
    lease(2011).close();
    assertThat(panels.bytes()).isEqualTo(request(2011).bytes());
  }

  @Test
  void whatCannotBeLoadedIsNotHeld() throws Exception {
    Panels.Loading broken =
        request ->
            new PanelLoader(
                request,
                symbol -> {
                  throw new MarketException("no disk");
                });
    assertThatThrownBy(() -> panels.lease(request(2010), broken)).hasMessageContaining("no disk");
    assertThat(panels.bytes()).isZero();
    lease(2010).close();
    assertThat(loads).hasValue(1);
  }

  @Test
  void thePanelsBytesAreThoseOfTheExample() {
    Search search = Searches.search(List.of("one"), 1, 0);
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2010, "2009-01-01", "2009-12-24", "2010-12-31"),
            java.util.stream.IntStream.range(0, 50).mapToObj(i -> "S" + i).toList(),
            50 * 504);
    assertThat(fold.panelBytes(2)).isEqualTo(524_000);
    assertThat(PanelRequest.of(new MarketSource("nowhere", Adjust.NONE), fold, search).bytes())
        .isEqualTo(fold.panelBytes(5));
  }
}
