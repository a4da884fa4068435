package nightshift.io.market;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/**
 * Stops work that goes on for longer than a file of its size can keep anyone: in a damaged or
 * crafted one pages may lead to each other, and a walk over it never ends.
 */
final class StepBudget extends ProgressHandler {
  /** SQLite's own steps, of which reading a row takes some ten, between two looks. */
  private static final int STEPS_PER_CALL = 100_000;

  /** For the least file; a second's work or less. */
  private static final long LEAST_STEPS = 10_000_000;

  /** A row has some twenty bytes: this is for forty walks over all of them. */
  private static final long STEPS_PER_BYTE = 20;

  private final long calls;
  private long left;

  private StepBudget(long fileBytes) {
    this.calls = LEAST_STEPS / STEPS_PER_CALL + fileBytes / (STEPS_PER_CALL / STEPS_PER_BYTE);
    this.left = calls;
  }

  /** Gives a connection a budget. */
  static StepBudget of(Connection connection, long fileBytes) throws SQLException {
    StepBudget budget = new StepBudget(fileBytes);
    setHandler(connection, STEPS_PER_CALL, budget);
    return budget;
  }

  /** Begins anew. */
  void renew() {
    left = calls;
  }

  /** Whether it was used up. */
  boolean isSpent() {
    return left < 0;
  }

  @Override
  protected int progress() {
    left--;
    return isSpent() ? 1 : 0;
  }
}
