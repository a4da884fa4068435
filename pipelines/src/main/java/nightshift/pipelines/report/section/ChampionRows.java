package nightshift.pipelines.report.section;

/** Which rows of {@code fitness} are a run's champions, in SQL; takes the run. */
final class ChampionRows {
  /** As in the view {@code champions}, but of any run: aliased {@code f}. */
  static final String OF_RUN =
      """
       fitness f WHERE f.run_id = ? AND f.rank = 1 AND f.objective IS NOT NULL AND f.fold = (
        SELECT MAX(g.fold) FROM fitness g
        WHERE g.run_id = f.run_id AND g.strategy = f.strategy AND g.rank IS NOT NULL)
      """;

  private ChampionRows() {}
}
