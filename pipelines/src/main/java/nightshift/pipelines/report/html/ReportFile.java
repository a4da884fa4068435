package nightshift.pipelines.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;
import nightshift.pipelines.report.Report;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.SectionReader;

/** Writes the report of a run into a file, which is there as a whole or not at all. */
public final class ReportFile {
  /** Stands for the run that finished last. */
  public static final String LATEST = "latest";

  private ReportFile() {}

  /**
   * Writes it.
   *
   * @param research the database
   * @param runId of the run, or {@link #LATEST}
   * @param to the file; one that is there is replaced
   * @throws ResearchException when the database cannot be read, or has no such run
   * @throws IOException when the file cannot be written
   */
  public static void write(Path research, String runId, Path to) throws IOException {
    Path aside = null;
    try {
      // Looked at first, so that a wrong database leaves no folder and no file behind.
      ResearchView.read(research, view -> run(view, runId));
      Files.createDirectories(to.toAbsolutePath().getParent());
      aside = Files.createTempFile(to.toAbsolutePath().getParent(), ".report", ".html");
      Path file = aside;
      ResearchView.read(
          research,
          view -> {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
              write(view, run(view, runId), new Page(out, Assets.ofFile()));
            }
            return file;
          });
      move(aside, to);
    } finally {
      if (aside != null) {
        Files.deleteIfExists(aside);
      }
    }
  }

  private static void move(Path aside, Path to) throws IOException {
    aside.toFile().setReadable(true, false);
    try {
      Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes the sections of a run, each read when the one before has been written. */
  public static void write(ResearchView view, ReportedRun run, Page page) throws IOException {
    page.begin(run, Report.SECTIONS);
    for (SectionReader section : Report.SECTIONS) {
      page.add(section.read(view, run));
    }
    page.end();
  }

  /** The run of a name. */
  public static ReportedRun run(ResearchView view, String runId) throws ResearchException {
    if (runId.equals(LATEST)) {
      return ReportedRun.latest(view);
    }
    List<String> names = ReportedRun.names(view);
    return ReportedRun.named(view, runId)
        .orElseThrow(
            () ->
                new ResearchException(
                    "there is no run '%s' in %s; the latest are %s"
                        .formatted(runId, view.path(), String.join(", ", names))));
  }
}
