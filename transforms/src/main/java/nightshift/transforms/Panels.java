package nightshift.transforms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;

/**
 * The panels of this process: one for each fold, whatever the number of workers, under leases from
 * one budget. A lease is for a panel and for what a unit needs besides it, and a worker gets both
 * at once or waits with neither, so that no two can wait for each other. A panel that nobody uses
 * stays until another is to be loaded, and the latest in a scratch file until its room is needed.
 */
public final class Panels {
  private static final Panels OF_THIS_PROCESS = new Panels();

  private final LeaseGate gate = new LeaseGate();
  private final Map<PanelRequest, Held> held = new LinkedHashMap<>();
  private Path scratchFolder = Path.of(System.getProperty("java.io.tmpdir"));
  private Keeping.Choice scratch = Keeping.Choice.AUTO;
  private long budget = Long.MAX_VALUE;
  private long bytes;
  private long mostBytes;
  private long abandonedWorking;

  Panels() {}

  private static final class Held {
    private final PanelLoader loader;
    private final Keeping keeping;
    private final long bytes;
    private int leases;
    private int abandoned;

    private Held(PanelLoader loader, Keeping keeping, long bytes) {
      this.loader = loader;
      this.keeping = keeping;
      this.bytes = bytes;
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

  /** Sets how many bytes the panels, and what units need besides, may take together. */
  public synchronized void setBudget(long bytes) {
    releaseUnused();
    budget = bytes;
    notifyAll();
  }

  /**
   * Sets when panels are kept in a scratch file, and in which folder; before units are worked on.
   */
  public synchronized void setScratch(Keeping.Choice choice, Path folder) {
    releaseUnused();
    scratch = choice;
    scratchFolder = folder;
  }

  /** How many bytes are taken now, those of panels that nobody uses included. */
  public synchronized long bytes() {
    return bytes;
  }

  /** The most bytes that were taken at once. */
  synchronized long mostBytes() {
    return mostBytes;
  }

  /** Lets go of every panel that nobody uses. */
  public synchronized void releaseUnused() {
    releaseUnusedBut(null);
  }

  private void releaseUnusedBut(Held wanted) {
    held.values()
        .removeIf(
            one -> {
              boolean unused = one.leases == 0 && one != wanted;
              if (unused) {
                release(one);
              }
              return unused;
            });
  }

  /**
   * Lets go of panels that nobody uses, but not of the latest in a scratch file: units of it may
   * still have to be validated, and all it takes is disk.
   */
  private void releaseOld() {
    Held latest = null;
    for (Held one : held.values()) {
      if (one.leases == 0 && one.keeping == Keeping.SCRATCH) {
        latest = one;
      }
    }
    releaseUnusedBut(latest);
  }

  private void release(Held gone) {
    bytes -= gone.bytes;
    gone.loader.close();
  }

  /** The right to use a panel, and memory besides, until it is closed. */
  final class Lease implements AutoCloseable {
    private final Held lent;
    private final long working;
    private final PanelLoader.Loaded loaded;
    private final LeaseGate.Pass pass;
    private boolean abandoned;

    private Lease(Held lent, long working, PanelLoader.Loaded loaded, LeaseGate.Pass pass) {
      this.lent = lent;
      this.working = working;
      this.loaded = loaded;
      this.pass = pass;
    }

    PanelLoader.Loaded loaded() {
      return loaded;
    }

    /**
     * Nobody knows when this will be closed: its holder does not end. Nobody waits for its memory
     * any more.
     */
    void abandon() {
      synchronized (Panels.this) {
        abandoned = true;
        lent.abandoned++;
        abandonedWorking += working;
        Panels.this.notifyAll();
      }
      pass.close();
    }

    @Override
    public void close() {
      synchronized (Panels.this) {
        if (abandoned) {
          lent.abandoned--;
          abandonedWorking -= working;
        }
        giveBack(lent, working);
      }
      pass.close();
    }
  }

  /** Makes the loader of a panel; there is one, and those of the tests. */
  interface Loading {
    PanelLoader of(PanelRequest request, PanelAssembly assembly);
  }

  /** How many bytes work needs besides a panel that is kept in some way. */
  interface Working {
    long bytes(FoldBytes sizes, Keeping keeping);
  }

  /** Leases the panel of a request, and what a unit of a strategy needs besides; as the other. */
  Lease lease(PanelRequest request, String strategy, Loading loading)
      throws IOException, InterruptedException {
    Strategy traded = Strategies.named(strategy);
    return lease(request, (sizes, keeping) -> sizes.working(traded, keeping), loading);
  }

  /**
   * Leases the panel of a request, and what work on it needs besides. Waits while memory is short,
   * and for room; where the panel is not there yet, takes part in its loading with the other
   * workers that want it.
   *
   * @throws IOException when it cannot be loaded, or units that do not end hold too much; then
   *     nothing is held
   * @throws StoppedException when the process is to stop; likewise
   * @throws IllegalStateException when the budget is too small for this unit alone, which a plan
   *     says before
   */
  Lease lease(PanelRequest request, Working needed, Loading loading)
      throws IOException, InterruptedException {
    LeaseGate.Pass pass = gate.enter();
    try {
      return lease(request, needed, loading, pass);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      pass.close();
      throw e;
    }
  }

  private Lease lease(PanelRequest request, Working needed, Loading loading, LeaseGate.Pass pass)
      throws IOException, InterruptedException {
    FoldBytes sizes = request.bytes();
    Held wanted;
    long working;
    synchronized (this) {
      Keeping keeping = await(request, needed);
      working = needed.bytes(sizes, keeping);
      wanted = held.get(request);
      if (wanted == null) {
        PanelAssembly assembly = assembly(request, keeping);
        wanted = new Held(loading.of(request, assembly), keeping, sizes.panel(keeping));
        held.put(request, wanted);
        bytes += wanted.bytes;
      }
      wanted.leases++;
      bytes += working;
      mostBytes = Math.max(mostBytes, bytes);
    }
    try {
      return new Lease(wanted, working, wanted.loader.load(), pass);
    } catch (IOException | RuntimeException | Error e) {
      forget(request, wanted, working);
      throw e;
    }
  }

  private PanelAssembly assembly(PanelRequest request, Keeping keeping) throws IOException {
    int symbols = request.fold().symbols().size();
    return keeping == Keeping.MEMORY
        ? new MemoryAssembly(symbols)
        : new ScratchAssembly(
            Scratch.in(scratchFolder, request.columns(), request.bytes().scratch()), symbols);
  }

  /**
   * Waits until a panel, if it is not there, and what is needed besides have room.
   *
   * @return how the panel is kept, or is to be
   */
  private Keeping await(PanelRequest request, Working needed)
      throws IOException, InterruptedException {
    FoldBytes sizes = request.bytes();
    while (true) {
      Stop.ofThisProcess().check();
      Held known = held.get(request);
      long left = budget - abandonedBytes(known);
      Keeping keeping = known == null ? sizes.keeping(scratch, left) : known.keeping;
      long panel = sizes.panel(keeping);
      long working = needed.bytes(sizes, keeping);
      requirePossible(panel + working, left);
      if (fits(request, panel, working)) {
        return keeping;
      }
      wait();
    }
  }

  private void requirePossible(long needed, long left) throws IOException {
    if (needed > budget) {
      throw new IllegalStateException(
          "the unit needs "
              + needed
              + " bytes for prices, more than the "
              + budget
              + " that there are; raise --memory");
    }
    if (needed > left) {
      throw new IOException(
          "the unit needs "
              + needed
              + " bytes for prices, and units that took longer than --unitTimeout and do not end"
              + " hold all but "
              + left
              + " of "
              + budget
              + "; leave their strategy out, or raise --memory");
    }
  }

  /** What units that do not end hold, besides a panel that is wanted. */
  private long abandonedBytes(Held wanted) {
    return abandonedWorking
        + held.values().stream()
            .filter(one -> one.abandoned > 0 && one != wanted)
            .mapToLong(one -> one.bytes)
            .sum();
  }

  private boolean fits(PanelRequest request, long panel, long working) {
    Held known = held.get(request);
    long needed = known == null ? panel + working : working;
    if (known == null) {
      releaseOld();
    }
    if (bytes > budget - needed) {
      releaseUnusedBut(known);
    }
    return bytes <= budget - needed;
  }

  private void giveBack(Held lent, long working) {
    lent.leases--;
    bytes -= working;
    notifyAll();
  }

  /** Every worker that took part in a loading that failed says so; the first is heard. */
  private synchronized void forget(PanelRequest request, Held failed, long working) {
    giveBack(failed, working);
    if (held.remove(request, failed)) {
      release(failed);
    }
  }
}
