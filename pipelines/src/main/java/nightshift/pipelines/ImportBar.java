package nightshift.pipelines;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nightshift.io.load.ImportProgress;

/** Shows how far an import has come: a bar on a terminal, elsewhere a plain line a tenth. */
final class ImportBar implements ImportProgress, AutoCloseable {
  private static final int WIDTH = 100;
  private static final int MILLIS_BETWEEN_UPDATES = 200;

  private final PrintStream err;
  private final boolean terminal = ProgressLines.onTerminal();
  private Phase phase;
  private ProgressBar bar;
  private long tenths;

  ImportBar(PrintStream err) {
    this.err = err;
  }

  @Override
  public void at(Phase now, long done, long total, String what) {
    if (now != phase) {
      close();
      phase = now;
      tenths = 0;
      if (terminal) {
        bar = begin(total);
      }
    }
    if (terminal) {
      bar.stepTo(done);
      bar.setExtraMessage(what);
    } else if (total > 0 && done * 10 / total > tenths) {
      tenths = done * 10 / total;
      err.println(label() + " " + tenths * 10 + " % " + what);
    }
  }

  /** Whether anything was read yet. */
  boolean hasBegun() {
    return phase != null;
  }

  private ProgressBar begin(long total) {
    return new ProgressBarBuilder()
        .setTaskName(label())
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
        .build();
  }

  private String label() {
    return phase == Phase.READING ? "reading" : "writing";
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
