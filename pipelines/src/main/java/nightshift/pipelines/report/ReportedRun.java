package nightshift.pipelines.report;

import java.util.List;
import java.util.Optional;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchRow;
import nightshift.io.research.ResearchView;

/**
 * The run that a report is about.
 *
 * @param status running, finished, partial, interrupted or failed
 * @param startedAt and {@code finishedAt}: stamps, the latter empty when it did not finish
 * @param settings JSON: what decides the results
 * @param resources JSON: what decides the cost
 * @param before the run on the same market that finished last before this one; empty without one
 */
public record ReportedRun(
    String runId,
    String status,
    String startedAt,
    String finishedAt,
    String version,
    String market,
    String marketLocation,
    String settings,
    String resources,
    long symbols,
    long folds,
    long units,
    String cause,
    String before) {

  private static final String ALL =
      """
      SELECT run_id, status, started_at, finished_at, nightshift_version, market, market_location,
        settings, resources, symbols, folds, units, cause,
        (SELECT p.run_id FROM runs p WHERE p.market = r.market AND p.finished_at IS NOT NULL
           AND p.run_id <> r.run_id AND p.finished_at < COALESCE(r.finished_at, '9999')
         ORDER BY p.finished_at DESC, p.run_id LIMIT 1)
      FROM runs r""";

  /** The run that finished last; the one that began last, where none has finished. */
  public static ReportedRun latest(ResearchView view) throws ResearchException {
    return view.first(
            ALL + " ORDER BY finished_at IS NULL, finished_at DESC, started_at DESC, run_id",
            ReportedRun::of)
        .orElseThrow(
            () ->
                new ResearchException(
                    "the research database "
                        + view.path()
                        + " has no run yet; make one: nightshift run --research="
                        + view.path()));
  }

  /** The run of a name; empty when there is none. */
  public static Optional<ReportedRun> named(ResearchView view, String runId)
      throws ResearchException {
    return view.first(ALL + " WHERE run_id = ?", ReportedRun::of, runId);
  }

  /** Names of the runs that began last, for a message. */
  public static List<String> names(ResearchView view) throws ResearchException {
    return view.list(
        "SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 5", row -> row.text(1));
  }

  private static ReportedRun of(ResearchRow row) throws ResearchException {
    return new ReportedRun(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.whole(10),
        row.whole(11),
        row.whole(12),
        row.text(13),
        row.text(14));
  }
}
