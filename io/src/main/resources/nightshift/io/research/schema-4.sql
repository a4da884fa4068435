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

-- Costs, comparisons, folds.

-- Out of sample; days are trading days.
ALTER TABLE fitness ADD COLUMN oos_avg_drawdown DOUBLE PRECISION;      -- mean of the drawdowns' depths
ALTER TABLE fitness ADD COLUMN oos_max_drawdown_days DOUBLE PRECISION; -- the longest, from top to top
ALTER TABLE fitness ADD COLUMN oos_avg_drawdown_days DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_expectancy DOUBLE PRECISION;        -- mean net return of a trade
ALTER TABLE fitness ADD COLUMN oos_best_trade DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_worst_trade DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_alpha DOUBLE PRECISION;             -- a year, beside buy and hold
ALTER TABLE fitness ADD COLUMN oos_beta DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_skew DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_kurtosis DOUBLE PRECISION;          -- raw: 3 for a normal one
ALTER TABLE fitness ADD COLUMN oos_sharpe_0x DOUBLE PRECISION;         -- without costs
ALTER TABLE fitness ADD COLUMN oos_total_return_0x DOUBLE PRECISION;
ALTER TABLE fitness ADD COLUMN oos_sharpe_2x DOUBLE PRECISION;         -- at twice the costs
ALTER TABLE fitness ADD COLUMN oos_total_return_2x DOUBLE PRECISION;

-- What a champion has to beat on the same test days, with the same symbols and costs.
CREATE TABLE baselines (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  kind TEXT NOT NULL,                -- buy_and_hold: the same for all strategies; textbook
  params TEXT NOT NULL,              -- JSON; of textbook those that the source recommends
  sharpe DOUBLE PRECISION,
  sortino DOUBLE PRECISION,
  calmar DOUBLE PRECISION,
  total_return DOUBLE PRECISION,
  cagr DOUBLE PRECISION,
  volatility DOUBLE PRECISION,
  max_drawdown DOUBLE PRECISION,
  profit_factor DOUBLE PRECISION,
  sqn DOUBLE PRECISION,
  win_rate DOUBLE PRECISION,
  trades BIGINT NOT NULL,
  exposure DOUBLE PRECISION,
  turnover DOUBLE PRECISION,
  PRIMARY KEY (run_id, strategy, fold, kind)
);

-- What the champions of the latest fold did on the last days of history, which nothing else has
-- seen. Takes no part in any ranking.
CREATE TABLE holdout (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,              -- whose champion it is
  params TEXT NOT NULL,
  hold_from TEXT NOT NULL,
  hold_to TEXT NOT NULL,
  sharpe DOUBLE PRECISION,
  sortino DOUBLE PRECISION,
  calmar DOUBLE PRECISION,
  total_return DOUBLE PRECISION,
  cagr DOUBLE PRECISION,
  volatility DOUBLE PRECISION,
  max_drawdown DOUBLE PRECISION,
  profit_factor DOUBLE PRECISION,
  sqn DOUBLE PRECISION,
  win_rate DOUBLE PRECISION,
  trades BIGINT NOT NULL,
  exposure DOUBLE PRECISION,
  turnover DOUBLE PRECISION,
  alpha DOUBLE PRECISION,
  beta DOUBLE PRECISION,
  buy_and_hold_sharpe DOUBLE PRECISION,
  buy_and_hold_total_return DOUBLE PRECISION,
  PRIMARY KEY (run_id, strategy)
);

-- How far the best parameters of a strategy wander from fold to fold.
CREATE TABLE stability (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  parameter TEXT NOT NULL,
  folds BIGINT NOT NULL,             -- that have a candidate of rank 1
  lowest DOUBLE PRECISION NOT NULL,
  highest DOUBLE PRECISION NOT NULL,
  latest DOUBLE PRECISION NOT NULL,  -- of the latest fold
  spread DOUBLE PRECISION,           -- highest less lowest, of the range that is searched; 0 to 1,
                                     -- NULL with fewer than two folds or a range of one value
  PRIMARY KEY (run_id, strategy, parameter)
);

-- The walk forward of a strategy: the candidates of rank 1 over all folds.
CREATE VIEW walk_forward AS
SELECT f.run_id, f.strategy, COUNT(*) AS folds,
  AVG(f.is_sharpe) AS is_sharpe,
  AVG(f.oos_sharpe) AS oos_sharpe,
  CASE WHEN AVG(f.is_sharpe) > 0 THEN AVG(f.oos_sharpe) / AVG(f.is_sharpe) END AS efficiency,
  SUM(CASE WHEN f.oos_total_return > 0 THEN 1 ELSE 0 END) AS folds_with_gain,
  SUM(CASE WHEN f.oos_sharpe > b.sharpe THEN 1 ELSE 0 END) AS folds_above_buy_and_hold,
  SUM(CASE WHEN f.oos_sharpe > t.sharpe THEN 1 ELSE 0 END) AS folds_above_textbook
FROM fitness f
LEFT JOIN baselines b ON b.run_id = f.run_id AND b.strategy = f.strategy AND b.fold = f.fold
  AND b.kind = 'buy_and_hold'
LEFT JOIN baselines t ON t.run_id = f.run_id AND t.strategy = f.strategy AND t.fold = f.fold
  AND t.kind = 'textbook'
WHERE f.rank = 1 AND f.objective IS NOT NULL
GROUP BY f.run_id, f.strategy;

-- Several objectives at once.

-- The candidates of each unit that no other candidate of it dominates, where there are several
-- objectives: a row for each member and objective.
CREATE TABLE fronts (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  island BIGINT NOT NULL,
  params TEXT NOT NULL,              -- JSON
  objective TEXT NOT NULL,           -- sharpe, max_drawdown, ...
  place BIGINT NOT NULL,             -- of the member on the front, 1 is the best by the first objective
  priority BIGINT NOT NULL,          -- of the objective, 1 was named first
  value DOUBLE PRECISION NOT NULL,   -- in sample: the figure itself, also where it is to be small
  oos_value DOUBLE PRECISION,        -- on the test days; NULL also for members that were not validated
  is_trades BIGINT NOT NULL,
  crowding DOUBLE PRECISION,         -- room on the front, see docs/objectives.md; NULL at its ends
  PRIMARY KEY (run_id, strategy, fold, island, params, objective)
);

ALTER TABLE generations ADD COLUMN front BIGINT; -- members of the front so far; NULL with one objective

-- The data gate: what each finding measured, and what was done about it.
ALTER TABLE quarantine ADD COLUMN value DOUBLE PRECISION;        -- a ratio, a share, a number of days ...
ALTER TABLE quarantine ADD COLUMN action TEXT NOT NULL DEFAULT 'kept'; -- kept, mended, bars_set_aside,
                                                                 -- symbol_set_aside

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
