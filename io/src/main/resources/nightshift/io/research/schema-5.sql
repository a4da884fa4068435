-- Version 5: no night is lost.

-- What each symbol of a market was when a run last looked at it: by this a run says what changed.
CREATE TABLE market_symbols (
  market_location TEXT NOT NULL,
  symbol TEXT NOT NULL,
  content BIGINT NOT NULL,           -- another number when what is stored of it has changed
  seen_at TEXT NOT NULL,
  PRIMARY KEY (market_location, symbol)
);

-- The view, with the latest fold that has a rank: a run that is continued after it has finished
-- adds candidates that have none until it finishes again.
DROP VIEW champions;

CREATE VIEW champions AS
SELECT f.*, v.verdict, v.reason, v.stitched_days, v.stitched_sharpe, v.stitched_psr,
  v.stitched_max_drawdown, v.min_track_record, v.efficiency, v.alpha, v.beta, v.alpha_p,
  v.family_alpha_p, v.benchmark_sharpe, v.reality_check_p, v.spa_p
FROM fitness f
LEFT JOIN verdicts v ON v.run_id = f.run_id AND v.strategy = f.strategy
WHERE f.run_id = (
    SELECT run_id FROM runs WHERE finished_at IS NOT NULL
    ORDER BY finished_at DESC, run_id LIMIT 1)
  AND f.rank = 1
  AND f.objective IS NOT NULL
  AND f.fold = (
    SELECT MAX(g.fold) FROM fitness g
    WHERE g.run_id = f.run_id AND g.strategy = f.strategy AND g.rank IS NOT NULL);
