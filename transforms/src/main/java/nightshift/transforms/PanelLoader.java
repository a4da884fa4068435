package nightshift.transforms;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.gate.GateMode;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.MarketChangedException;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Transfer;

/**
 * Reads the slices of a fold and puts them side by side on one calendar, in memory or in a scratch
 * file. Every worker that wants the panel takes part: each reads one symbol after another until
 * none is left. What comes of it depends on the order of the symbols alone.
 */
final class PanelLoader implements AutoCloseable {
  private final PanelRequest request;
  private final SymbolReader reader;
  private final PanelAssembly assembly;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final AtomicInteger usable = new AtomicInteger();
  private final FoldGate gate;
  private final int symbols;
  private final CompletableFuture<Loaded> panel = new CompletableFuture<>();

  /** Reads the bars of one symbol. */
  interface SymbolReader {
    BarSlice read(String symbol) throws MarketException;
  }

  /**
   * @param assembly empty; closed with this
   */
  PanelLoader(PanelRequest request, PanelAssembly assembly, SymbolReader reader) {
    this.request = request;
    this.assembly = assembly;
    this.reader = reader;
    this.gate = new FoldGate(request);
    this.symbols = request.fold().symbols().size();
    this.left = new AtomicInteger(symbols);
  }

  /** A loader from the market that the request names. */
  static PanelLoader of(PanelRequest request, PanelAssembly assembly) {
    // The gate looks at all columns, of one symbol at a time.
    Set<Column> columns =
        request.source().gate() == GateMode.OFF ? request.columns() : EnumSet.allOf(Column.class);
    return new PanelLoader(
        request,
        assembly,
        symbol -> request.source().market().read(symbol, columns, request.from(), request.to()));
  }

  /**
   * A panel, and what had to be set aside on the way.
   *
   * @param setAside the symbols that could not be read, and rows that could not be used
   */
  record Loaded(Panel panel, List<QuarantineRow> setAside) {}

  /**
   * Takes part in the reading, and waits until all is read. A symbol that cannot be read, or has no
   * bars in these days, is left out, and so is what the data gate sets aside; one that has changed
   * since the run was planned fails it all.
   *
   * @return the same for every worker
   * @throws IOException when no symbol is left, the gate refuses the market, or there is no place
   *     for the prices; the first reason, for every worker
   */
  Loaded load() throws IOException {
    try {
      if (!panel.isDone()) {
        Stage.READING.run(this::readOn);
      }
    } catch (IOException e) {
      next.set(symbols);
      panel.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      next.set(symbols);
      panel.completeExceptionally(e);
      throw e;
    }
    try {
      return panel.join();
    } catch (CompletionException e) {
      throw new MarketException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** Reads until no symbol is left; who finishes last puts the panel together. */
  private void readOn() throws IOException {
    Transfer transfer = new Transfer();
    for (int i = next.getAndIncrement(); i < symbols; i = next.getAndIncrement()) {
      Stop.ofThisProcess().check();
      read(i, transfer);
      if (left.decrementAndGet() == 0) {
        panel.complete(assemble(transfer));
      }
    }
  }

  private void read(int i, Transfer transfer) throws IOException {
    String symbol = request.fold().symbols().get(i);
    BarSlice slice;
    try {
      slice = reader.read(symbol);
    } catch (MarketChangedException e) {
      throw e;
    } catch (MarketException e) {
      gate.unreadable(i, SetAside.unreadable(symbol, e));
      return;
    }
    slice = gate.examine(i, slice);
    if (slice.size() > 0) {
      assembly.add(i, slice, transfer);
      usable.incrementAndGet();
    }
  }

  private Loaded assemble(Transfer transfer) throws IOException {
    gate.settle(assembly, transfer);
    List<QuarantineRow> all = gate.findings();
    if (usable.get() == 0) {
      throw new MarketException(
          "none of the "
              + symbols
              + " symbols of fold "
              + request.fold().fold().year()
              + " has a usable bar from "
              + request.from()
              + " to "
              + request.to()
              + (all.isEmpty() ? "" : "; the first reason: " + all.get(0).detail()));
    }
    return new Loaded(assembly.panel(), all);
  }

  /** Lets go of the panel, or of what there is of it. */
  @Override
  public void close() {
    assembly.close();
  }
}
