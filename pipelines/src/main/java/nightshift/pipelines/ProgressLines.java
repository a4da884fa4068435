package nightshift.pipelines;

import java.io.PrintStream;

/**
 * Shows progress: one line that is overwritten on a terminal, elsewhere a plain line now and then.
 */
final class ProgressLines implements AutoCloseable {
  private static final double SECONDS_BETWEEN_PLAIN_LINES = 10;

  private final PrintStream err;
  private final boolean terminal;
  private double lastPlain;
  private boolean lineOpen;

  ProgressLines(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Whether progress goes to somebody's screen. */
  static boolean onTerminal() {
    String term = System.getenv("TERM");
    return System.console() != null && term != null && !term.equals("dumb");
  }

  void show(RunProgress progress) {
    if (terminal) {
      err.print("\r" + progress.line() + "\u001b[K");
      err.flush();
      lineOpen = true;
    } else if (progress.seconds() >= lastPlain + SECONDS_BETWEEN_PLAIN_LINES) {
      err.println(progress.line());
      lastPlain = progress.seconds();
    }
  }

  @Override
  public void close() {
    if (lineOpen) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
