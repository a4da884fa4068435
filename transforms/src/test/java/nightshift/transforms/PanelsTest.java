package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
import java.util.stream.IntStream;
import nightshift.io.market.Adjust;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.transforms.panel.ScratchException;
import nightshift.transforms.panel.SymbolBars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PanelsTest {
  private static final String SMA = "sma_cross";

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
    return request(year, symbols, Searches.search(List.of("sma_cross"), 1, 0));
  }

  private static PanelRequest request(int year, List<String> symbols, Search search) {
    return request(year, symbols, search, 1000);
  }

  private static PanelRequest request(int year, List<String> symbols, Search search, int bars) {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(year, (year - 1) + "-01-01", (year - 1) + "-12-24", year + "-12-31"),
            symbols,
            bars);
    return new PanelRequest(new MarketSource("nowhere", Adjust.NONE), fold, search);
  }

  private static long panelBytes(PanelRequest request) {
    return request.bytes().panel(Keeping.MEMORY);
  }

  /** Reads one bar of each symbol, when the latch is down. */
  private PanelLoader loader(PanelRequest request, PanelAssembly assembly, CountDownLatch begin) {
    return new PanelLoader(
        request,
        assembly,
        symbol -> {
          await(begin);
          return bar(symbol);
        });
  }

  private BarSlice bar(String symbol) {
    loads.incrementAndGet();
    double[] one = {1};
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      columns.put(column, one);
    }
    return new BarSlice(symbol, new int[] {14_000}, columns, List.of());
  }

  private Panels.Lease lease(int year) throws IOException, InterruptedException {
    return panels.lease(request(year), SMA, (r, a) -> loader(r, a, new CountDownLatch(0)));
  }

  @Test
  void workersShareOnePanel() throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    Callable<PanelLoader.Loaded> work =
        () -> {
          try (Panels.Lease lease =
              panels.lease(request(2010), SMA, (r, a) -> loader(r, a, begin))) {
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
        (r, a) ->
            new PanelLoader(
                r,
                a,
                symbol -> {
                  if (symbol.compareTo("C") < 0) {
                    await(both);
                  }
                  return bar(symbol);
                });
    Callable<PanelLoader.Loaded> work =
        () -> {
          try (Panels.Lease lease = panels.lease(request, SMA, loading)) {
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
        (r, a) ->
            new PanelLoader(
                r,
                a,
                symbol -> {
                  await(both);
                  throw new IllegalStateException("no memory for " + symbol);
                });
    Future<?> first = workers.submit(() -> panels.lease(request, SMA, broken));
    Future<?> second = workers.submit(() -> panels.lease(request, SMA, broken));
    assertThatThrownBy(first::get).hasMessageContaining("no memory for ");
    assertThatThrownBy(second::get).hasMessageContaining("no memory for ");
    assertThat(panels.bytes()).isZero();
    panels.lease(request, SMA, (r, a) -> loader(r, a, new CountDownLatch(0))).close();
    assertThat(panels.bytes()).isEqualTo(panelBytes(request));
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
    assertThat(panels.bytes()).isEqualTo(most(2011));
    lease(2012).close();
    assertThat(panels.bytes()).isEqualTo(most(2011) + panelBytes(request(2012)));
    used.close();
    panels.releaseUnused();
    assertThat(panels.bytes()).isZero();
  }

  private static long most(int year) {
    return request(year).bytes().most(Keeping.MEMORY);
  }

  @Test
  void aWorkerWaitsForRoom() throws Exception {
    panels.setBudget(most(2010));
    Panels.Lease held = lease(2010);
    Future<Panels.Lease> waiting = workers.submit(() -> lease(2011));
    assertWaits(waiting);
    assertThat(panels.bytes()).isEqualTo(most(2010));
    held.close();
    waiting.get().close();
    assertThat(panels.bytes()).isEqualTo(panelBytes(request(2011)));
    assertThat(panels.mostBytes()).isEqualTo(most(2011));
  }

  private static void assertWaits(Future<?> worker) {
    assertThatThrownBy(() -> worker.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
  }

  /** There is the panel already; it is what the second unit needs besides that has no room. */
  @Test
  void aWorkerWaitsForWhatItNeedsBesides() throws Exception {
    panels.setBudget(most(2010));
    Panels.Lease held = lease(2010);
    Future<Panels.Lease> waiting = workers.submit(() -> lease(2010));
    assertWaits(waiting);
    assertThat(panels.bytes()).isEqualTo(most(2010));
    held.close();
    waiting.get().close();
    assertThat(loads).hasValue(1);
  }

  /** Each unit alone has room, no two have; panels and strategies change all the time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void noWorkersWaitForEachOther(int count) throws Exception {
    List<String> symbols = IntStream.range(0, 40).mapToObj(i -> "S" + (100 + i)).toList();
    List<String> strategies = List.of("sma_cross", "xs_momentum", "pairs");
    Search search = Searches.search(strategies, 1, 0);
    long budget = 0;
    for (int year = 2010; year < 2013; year++) {
      budget = Math.max(budget, request(year, symbols, search).bytes().most(Keeping.MEMORY));
    }
    panels.setBudget(budget);
    List<Future<?>> work = new ArrayList<>();
    for (int worker = 0; worker < count; worker++) {
      int first = worker;
      work.add(
          workers.submit(
              () -> {
                for (int i = 0; i < 60; i++) {
                  PanelRequest request = request(2010 + (first + i) % 3, symbols, search);
                  String strategy = strategies.get((first + i / 2) % 3);
                  try (Panels.Lease lease = panels.lease(request, strategy, this::loaderOfNow)) {
                    assertThat(lease.loaded().panel().size()).isEqualTo(40);
                  }
                }
                return null;
              }));
    }
    for (Future<?> one : work) {
      one.get();
    }
    assertThat(panels.mostBytes()).isLessThanOrEqualTo(budget);
    panels.releaseUnused();
    assertThat(panels.bytes()).isZero();
  }

  private PanelLoader loaderOfNow(PanelRequest request, PanelAssembly assembly) {
    return loader(request, assembly, new CountDownLatch(0));
  }

  @Test
  void aPanelThatDoesNotFitIsKeptInAFile(@TempDir Path folder) throws Exception {
    Search search = Searches.search(List.of(SMA), 1, 0);
    PanelRequest large = request(2010, List.of("AAA"), search, 100_000);
    panels.setScratch(Keeping.Choice.AUTO, folder);
    long two = large.bytes().most(Keeping.MEMORY) + large.bytes().panel(Keeping.MEMORY);
    panels.setBudget(two);
    try (Panels.Lease lease = panels.lease(large, SMA, this::loaderOfNow)) {
      assertThat(lease.loaded().panel().isInMemory()).isTrue();
    }
    panels.setBudget(two - 1);
    try (Panels.Lease lease = panels.lease(large, SMA, this::loaderOfNow)) {
      assertThat(lease.loaded().panel().isInMemory()).isFalse();
      assertThat(panels.bytes()).isEqualTo(large.bytes().most(Keeping.SCRATCH));
    }
    panels.setScratch(Keeping.Choice.NEVER, folder);
    panels.setBudget(large.bytes().most(Keeping.MEMORY) - 1);
    assertThatThrownBy(() -> panels.lease(large, SMA, this::loaderOfNow))
        .hasMessageContaining("raise --memory");
    assertThat(panels.bytes()).isZero();
  }

  /** As when the units of one fold are validated while those of the next are evolved. */
  @Test
  void theLatestFileStaysWhileAnotherIsWorkedOn(@TempDir Path folder) throws Exception {
    panels.setScratch(Keeping.Choice.ALWAYS, folder);
    for (int year : new int[] {2010, 2011, 2010, 2011}) {
      lease(year).close();
    }
    assertThat(loads).hasValue(2);
    lease(2012).close();
    lease(2010).close();
    assertThat(loads).hasValue(4);
  }

  @Test
  void aFileThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    panels.setScratch(Keeping.Choice.ALWAYS, taken);
    assertThatThrownBy(() -> lease(2010))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining(taken.toString())
        .hasMessageContaining("--scratchFolder");
    assertThat(panels.bytes()).isZero();
  }

  @Test
  void whatCannotBeLoadedIsNotHeld() throws Exception {
    Panels.Loading broken =
        (request, assembly) ->
            new PanelLoader(
                request,
                assembly,
                symbol -> {
                  throw new MarketException("no disk");
                });
    assertThatThrownBy(() -> panels.lease(request(2010), SMA, broken))
        .hasMessageContaining("no disk");
    assertThat(panels.bytes()).isZero();
    lease(2010).close();
    assertThat(loads).hasValue(1);
  }

  @Test
  void thePanelsBytesAreThoseOfTheExample() {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2010, "2009-01-01", "2009-12-24", "2010-12-31"),
            java.util.stream.IntStream.range(0, 50).mapToObj(i -> "S" + i).toList(),
            50 * 504);
    assertThat(fold.panelBytes(2)).isEqualTo(524_000);
  }
}
