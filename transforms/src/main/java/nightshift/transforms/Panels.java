package nightshift.transforms;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import nightshift.io.market.MarketException;

/**
 * The panels of this process: one for each fold, whatever the number of workers, under leases from
 * one budget. A worker whose panel does not fit waits until others have given theirs back; a panel
 * that nobody uses stays until another is to be loaded. A panel larger than the whole budget is
 * loaded when nothing else is held.
 */
public final class Panels {
  private static final Panels OF_THIS_PROCESS = new Panels();

  private final LeaseGate gate = new LeaseGate();
  private final Map<PanelRequest, Held> held = new HashMap<>();
  private long budget = Long.MAX_VALUE;
  private long bytes;

  Panels() {}

  private static final class Held {
    private final PanelLoader loader;
    private int leases;

    private Held(PanelLoader loader) {
      this.loader = loader;
    }
  }

  /** The panels that all workers of this process share. */
  public static Panels ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** What every worker has to pass before it gets a lease. */
  public LeaseGate gate() {
    return gate;
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
    private final PanelLoader.Loaded loaded;
    private final LeaseGate.Pass pass;

    private Lease(Held lent, PanelLoader.Loaded loaded, LeaseGate.Pass pass) {
      this.lent = lent;
      this.loaded = loaded;
      this.pass = pass;
    }

    PanelLoader.Loaded loaded() {
      return loaded;
    }

    @Override
    public void close() {
      synchronized (Panels.this) {
        lent.leases--;
        Panels.this.notifyAll();
      }
      pass.close();
    }
  }

  /** Makes the loader of a panel; there is one, and those of the tests. */
  interface Loading {
    PanelLoader of(PanelRequest request);
  }

  /**
   * Leases the panel of a request. Waits while memory is short, and for room; where the panel is
   * not there yet, takes part in its loading with the other workers that want it.
   *
   * @throws MarketException when it cannot be loaded; then nothing is held
   */
  Lease lease(PanelRequest request, Loading loading) throws MarketException, InterruptedException {
    LeaseGate.Pass pass = gate.enter();
    try {
      return lease(request, loading, pass);
    } catch (MarketException | InterruptedException | RuntimeException | Error e) {
      pass.close();
      throw e;
    }
  }

  private Lease lease(PanelRequest request, Loading loading, LeaseGate.Pass pass)
      throws MarketException, InterruptedException {
    Held wanted;
    synchronized (this) {
      while ((wanted = held.get(request)) == null && !fits(request.bytes())) {
        wait();
      }
      if (wanted == null) {
        wanted = new Held(loading.of(request));
        held.put(request, wanted);
        bytes += request.bytes();
      }
      wanted.leases++;
    }
    try {
      return new Lease(wanted, wanted.loader.load(), pass);
    } catch (MarketException | RuntimeException | Error e) {
      forget(request, wanted);
      throw e;
    }
  }

  /** Every worker that took part in a loading that failed says so; the first is heard. */
  private synchronized void forget(PanelRequest request, Held failed) {
    if (held.remove(request, failed)) {
      bytes -= request.bytes();
      notifyAll();
    }
  }

  private boolean fits(long needed) {
    releaseUnused();
    return bytes == 0 || bytes <= budget - needed;
  }
}
