package nightshift.transforms;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nightshift.io.market.MarketException;

/**
 * The panels of this process: one for each fold, whatever the number of workers, under leases from
 * one budget. A worker whose panel does not fit waits until others have given theirs back; a panel
 * that nobody uses stays until another is to be loaded. A panel larger than the whole budget is
 * loaded when nothing else is held.
 */
public final class Panels {
  private static final Panels OF_THIS_PROCESS = new Panels();

  private final Map<PanelRequest, Held> held = new HashMap<>();
  private long budget = Long.MAX_VALUE;
  private long bytes;

  Panels() {}

  private static final class Held {
    private final CompletableFuture<PanelLoader.Loaded> panel = new CompletableFuture<>();
    private int leases;
  }

  /** The panels that all workers of this process share. */
  public static Panels ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** Sets how many bytes the panels may take together. */
  public synchronized void setBudget(long bytes) {
    budget = bytes;
    notifyAll();
  }

  /** How many bytes the panels take now, those that nobody uses included. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Lets go of every panel that nobody uses. */
  public synchronized void releaseUnused() {
    Iterator<Map.Entry<PanelRequest, Held>> entries = held.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<PanelRequest, Held> entry = entries.next();
      if (entry.getValue().leases == 0) {
        entries.remove();
        bytes -= entry.getKey().bytes();
      }
    }
  }

  /** The right to use a panel until it is closed. */
  final class Lease implements AutoCloseable {
    private final Held lent;

    private Lease(Held lent) {
      this.lent = lent;
    }

    PanelLoader.Loaded loaded() {
      return lent.panel.join();
    }

    @Override
    public void close() {
      synchronized (Panels.this) {
        lent.leases--;
        Panels.this.notifyAll();
      }
    }
  }

  /** A loader of panels; there is one, and those of the tests. */
  interface Loader {
    PanelLoader.Loaded load(PanelRequest request) throws IOException;
  }

  /**
   * Leases the panel of a request, loaded if need be; waits for room, and for another worker that
   * is loading it already.
   *
   * @throws IOException when it cannot be loaded; then nothing is held
   */
  Lease lease(PanelRequest request, Loader loader) throws IOException, InterruptedException {
    Held mine = null;
    Held known;
    synchronized (this) {
      while ((known = held.get(request)) == null && !fits(request.bytes())) {
        wait();
      }
      if (known == null) {
        mine = new Held();
        known = mine;
        held.put(request, mine);
        bytes += request.bytes();
      }
      known.leases++;
    }
    return mine == null ? await(known, request) : load(mine, request, loader);
  }

  private boolean fits(long needed) {
    releaseUnused();
    return bytes == 0 || bytes <= budget - needed;
  }

  private Lease load(Held mine, PanelRequest request, Loader loader) throws IOException {
    try {
      mine.panel.complete(loader.load(request));
      return new Lease(mine);
    } catch (IOException | RuntimeException | Error e) {
      synchronized (this) {
        held.remove(request);
        bytes -= request.bytes();
        notifyAll();
      }
      mine.panel.completeExceptionally(e);
      throw e;
    }
  }

  private Lease await(Held known, PanelRequest request) throws IOException {
    try {
      known.panel.join();
      return new Lease(known);
    } catch (CompletionException e) {
      throw new MarketException(
          "fold " + request.fold().fold().year() + ": " + e.getCause().getMessage(), e.getCause());
    }
  }
}
