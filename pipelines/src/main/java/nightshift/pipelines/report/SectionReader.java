package nightshift.pipelines.report;

import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchView;

/** Makes one section of what the database has of a run. */
public interface SectionReader {
  /** Where the section is on the page and in the API; letters and dashes. */
  String id();

  /** Its heading. */
  String title();

  /** Reads it; the memory that this takes does not depend on how many nights there are. */
  Section read(ResearchView view, ReportedRun run) throws ResearchException;
}
