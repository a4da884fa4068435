package nightshift.transforms;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads the prices of the first unit in the background, while Beam is given the pipeline. The unit
 * finds them, or takes part in their reading.
 */
public final class FirstPanel {
  private final Thread reading;

  private FirstPanel(Thread reading) {
    this.reading = reading;
  }

  /**
   * Begins, under the budget that is set for this process.
   *
   * @param units those that are to be done
   * @return empty when there are none: then no price is read
   */
  public static Optional<FirstPanel> begin(MarketSource source, UnitPlan units, Search search) {
    if (units.size() == 0) {
      return Optional.empty();
    }
    Unit first = units.get(0);
    PanelRequest request = new PanelRequest(source, first.fold(), search);
    Thread reading = new Thread(() -> read(request, first.strategy()), "first-panel");
    reading.setDaemon(true);
    reading.start();
    return Optional.of(new FirstPanel(reading));
  }

  /** Nothing is kept from the unit: what cannot be read it meets again, and reports. */
  private static void read(PanelRequest request, String strategy) {
    try {
      Panels.ofThisProcess().lease(request, strategy, PanelLoader::of).close();
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError leftToTheUnit) {
      // See above.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it, whether it has finished or not. */
  public void end() throws InterruptedException {
    reading.interrupt();
    reading.join();
  }
}
