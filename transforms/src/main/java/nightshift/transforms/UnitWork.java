package nightshift.transforms;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** What is done with a unit on its prices, whatever becomes of it. */
record UnitWork(Unit unit, PanelRequest request) {

  static UnitWork of(Unit unit, MarketSource source, Search search) {
    return new UnitWork(unit, new PanelRequest(source, unit.fold(), search));
  }

  /**
   * Leases the unit's panel and does the work, in a thread of its own.
   *
   * @param failed makes a result of what went wrong
   * @return empty when the unit is dropped, as the process is to stop
   */
  <T> Optional<T> run(Function<PanelLoader.Loaded, T> work, Function<Throwable, T> failed)
      throws InterruptedException {
    try {
      Panels.Lease lease = Panels.ofThisProcess().lease(request, unit.strategy(), PanelLoader::of);
      return Optional.of(
          UnitThreads.ofThisProcess().run(unit, lease, () -> work.apply(lease.loaded())));
    } catch (InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      return failed(e.getCause(), failed);
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      return failed(e, failed);
    }
  }

  /** What goes wrong while everything is broken off is no failure of the unit. */
  private static <T> Optional<T> failed(Throwable failure, Function<Throwable, T> failed) {
    return Stop.ofThisProcess().isAsked() ? Optional.empty() : Optional.of(failed.apply(failure));
  }
}
