-- Version 4: results that one can trust.

-- How much of a result is luck (docs/trust.md).

ALTER TABLE trials ADD COLUMN sharpe DOUBLE PRECISION;           -- annualised, in sample
ALTER TABLE fitness ADD COLUMN is_days BIGINT;                   -- daily returns in sample
ALTER TABLE fitness ADD COLUMN is_skew DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN is_kurtosis DOUBLE PRECISION;     -- raw

-- What the best candidate of each unit brought on each unseen day, net; and on the same days, as
-- island 0, buy_and_hold.
CREATE TABLE daily_returns (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  island BIGINT NOT NULL,
  params TEXT NOT NULL,
  days BYTEA NOT NULL,               -- days since 1970-01-01, 32-bit integers, little endian
  returns BYTEA NOT NULL,            -- fractions, 64-bit floating point, little endian
  PRIMARY KEY (run_id, strategy, fold, island)
);

-- On the champion of each strategy: that of the latest fold. Stitched is what the champions of all
-- folds brought on their unseen days, one fold after the other.
CREATE TABLE verdicts (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  params TEXT NOT NULL,
  verdict TEXT NOT NULL,             -- robust, doubtful, overfit
  reason TEXT NOT NULL,
  folds BIGINT NOT NULL,             -- folds that have a champion
  stitched_days BIGINT NOT NULL,
  stitched_sharpe DOUBLE PRECISION,
  stitched_total_return DOUBLE PRECISION,
  stitched_cagr DOUBLE PRECISION,
  stitched_max_drawdown DOUBLE PRECISION,
  stitched_psr DOUBLE PRECISION,
  min_track_record DOUBLE PRECISION, -- days like these that are enough for a PSR of 0.95
  is_sharpe DOUBLE PRECISION,        -- mean over the folds
  efficiency DOUBLE PRECISION,       -- stitched_sharpe / is_sharpe
  dsr DOUBLE PRECISION,              -- of the latest fold
  trials BIGINT NOT NULL,            -- different candidates, over all nights
  pbo DOUBLE PRECISION,              -- median over the folds
  alpha DOUBLE PRECISION,            -- a year, against buy and hold on the stitched days
  beta DOUBLE PRECISION,
  alpha_p DOUBLE PRECISION,          -- of this champion by itself
  family_alpha_p DOUBLE PRECISION,   -- of this champion as one of all
  benchmark_sharpe DOUBLE PRECISION, -- from here on the same for all champions of the run
  reality_check_p DOUBLE PRECISION,
  spa_p DOUBLE PRECISION,
  block_length DOUBLE PRECISION,     -- of the bootstrap, mean, in days
  PRIMARY KEY (run_id, strategy)
);

-- The view, with what the verdicts say.
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
    SELECT MAX(g.fold) FROM fitness g WHERE g.run_id = f.run_id AND g.strategy = f.strategy);
