package nightshift.transforms;

import java.io.IOException;

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
   * @param units at least one
   */
  public static FirstPanel begin(MarketSource source, UnitPlan units, Search search) {
    Unit first = units.get(0);
    PanelRequest request = new PanelRequest(source, first.fold(), search);
    Thread reading = new Thread(() -> read(request, first.strategy()), "first-panel");
    reading.setDaemon(true);
    reading.start();
    return new FirstPanel(reading);
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
