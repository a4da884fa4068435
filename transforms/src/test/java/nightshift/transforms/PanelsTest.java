package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.market.Adjust;
import nightshift.io.market.MarketException;
import nightshift.transforms.panel.Panel;
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
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(year, (year - 1) + "-01-01", (year - 1) + "-12-24", year + "-12-31"),
            List.of("AAA"),
            1000);
    return PanelRequest.of(
        new MarketSource("nowhere", Adjust.NONE), fold, Searches.search(List.of("one"), 1, 0));
  }

  private PanelLoader.Loaded load(PanelRequest request) {
    loads.incrementAndGet();
    return new PanelLoader.Loaded(new Panel(new int[0], List.of()), List.of());
  }

  private Panels.Lease lease(int year) throws IOException, InterruptedException {
    return panels.lease(request(year), this::load);
  }

  @Test
  void workersShareOnePanel() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    Callable<PanelLoader.Loaded> work =
        () -> {
          try (Panels.Lease lease =
              panels.lease(
                  request(2010),
                  request -> {
                    await(loading);
                    return load(request);
                  })) {
            return lease.loaded();
          }
        };
    Future<PanelLoader.Loaded> first = workers.submit(work);
    Future<PanelLoader.Loaded> second = workers.submit(work);
    loading.countDown();
    assertThat(first.get().panel()).isSameAs(second.get().panel());
    assertThat(loads).hasValue(1);
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
    assertThatThrownBy(
            () ->
                panels.lease(
                    request(2010),
                    request -> {
                      throw new MarketException("no disk");
                    }))
        .hasMessage("no disk");
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
