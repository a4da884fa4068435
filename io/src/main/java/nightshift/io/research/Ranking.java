package nightshift.io.research;

/** How the candidates of a run are ranked, in SQL. */
final class Ranking {
  /**
   * Strategy, fold, island, params, objective and place of a run's candidates: of what several
   * islands found, one. The islands are merged; by the objective in sample, of equally good ones
   * the best of a unit first, then by parameters. Takes the run.
   */
  static final String OF_RUN =
      """
      SELECT strategy, fold, island, params, objective, ROW_NUMBER() OVER (
        PARTITION BY strategy, fold
        ORDER BY objective DESC NULLS LAST, followed DESC, params) AS place
      FROM (SELECT f.strategy, f.fold, f.island, f.params, f.objective,
              EXISTS (SELECT 1 FROM daily_returns d WHERE d.run_id = f.run_id
                AND d.strategy = f.strategy AND d.fold = f.fold
                AND d.params = f.params) AS followed,
              ROW_NUMBER() OVER (
                PARTITION BY f.strategy, f.fold, f.params ORDER BY f.island) AS copy
            FROM fitness f WHERE f.run_id = ?) AS found
      WHERE copy = 1""";

  private Ranking() {}
}
