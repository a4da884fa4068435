-- The research database, version 1. The types are those that SQLite and PostgreSQL both know.
-- Keys are natural. Dates are ISO text. NULL means undefined.

CREATE TABLE nightshift_schema (
  version BIGINT NOT NULL
);

-- One row a run. The only result table with times of day: everything else repeats exactly.
CREATE TABLE runs (
  run_id TEXT NOT NULL PRIMARY KEY,
  status TEXT NOT NULL,              -- running, finished, failed
  started_at TEXT NOT NULL,
  finished_at TEXT,                  -- when it last finished
  nightshift_version TEXT NOT NULL,
  market TEXT NOT NULL,              -- name of the market, the same in every kind of store
  market_location TEXT NOT NULL,
  settings TEXT NOT NULL,            -- JSON: what decides the results
  resources TEXT NOT NULL,           -- JSON: what decides the cost
  symbols BIGINT NOT NULL,
  folds BIGINT NOT NULL,
  units BIGINT NOT NULL,
  units_failed BIGINT,
  evaluations BIGINT,                -- backtests computed, those in units that failed excluded
  bars_evaluated BIGINT,
  files_opened BIGINT,
  seconds DOUBLE PRECISION,
  peak_rss_bytes BIGINT,
  cause TEXT                         -- why it failed
);

-- The ledger: one row for each finished unit of work.
CREATE TABLE units (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  island BIGINT NOT NULL,
  status TEXT NOT NULL,              -- finished, failed
  symbols BIGINT NOT NULL,           -- symbols with bars in the fold's panel
  generations BIGINT NOT NULL,
  evaluations BIGINT NOT NULL,
  bars_evaluated BIGINT NOT NULL,
  cause TEXT,                        -- why it failed
  PRIMARY KEY (run_id, strategy, fold, island)
);

-- The best candidates of each unit, with what they did on the unseen test days.
CREATE TABLE fitness (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,              -- the test year
  island BIGINT NOT NULL,
  train_from TEXT NOT NULL,
  train_to TEXT NOT NULL,
  test_from TEXT NOT NULL,
  test_to TEXT NOT NULL,
  rank BIGINT,                       -- over all islands, 1 is the best in sample; NULL until the run
                                     -- finishes, and for what another island found too
  params TEXT NOT NULL,              -- JSON
  objective DOUBLE PRECISION,        -- in sample; NULL below the floor on trades
  is_sharpe DOUBLE PRECISION,
  is_trades BIGINT NOT NULL,
  oos_sharpe DOUBLE PRECISION,
  oos_sortino DOUBLE PRECISION,
  oos_calmar DOUBLE PRECISION,
  oos_total_return DOUBLE PRECISION,
  oos_cagr DOUBLE PRECISION,
  oos_volatility DOUBLE PRECISION,
  oos_max_drawdown DOUBLE PRECISION,
  oos_profit_factor DOUBLE PRECISION,
  oos_sqn DOUBLE PRECISION,
  oos_win_rate DOUBLE PRECISION,
  oos_trades BIGINT NOT NULL,
  oos_exposure DOUBLE PRECISION,     -- mean share of the capital that was invested
  oos_turnover DOUBLE PRECISION,     -- capital bought and sold a year
  oos_missing_opens BIGINT NOT NULL, -- fills at the close because the open was missing
  psr DOUBLE PRECISION,
  dsr DOUBLE PRECISION,
  trials BIGINT,
  pbo DOUBLE PRECISION,
  PRIMARY KEY (run_id, strategy, fold, island, params)
);

-- How each population went on.
CREATE TABLE generations (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  island BIGINT NOT NULL,
  generation BIGINT NOT NULL,        -- from 1
  evaluated BIGINT NOT NULL,         -- candidates not seen before in this unit
  valid BIGINT NOT NULL,             -- members of the population that meet the floor on trades
  distinct_members BIGINT NOT NULL,
  best DOUBLE PRECISION,             -- objective
  mean DOUBLE PRECISION,
  sd DOUBLE PRECISION,
  PRIMARY KEY (run_id, strategy, fold, island, generation)
);

-- Every distinct candidate ever evaluated on a market: what selection has to be paid for.
CREATE TABLE trials (
  market TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  params TEXT NOT NULL,
  run_id TEXT NOT NULL,              -- the first run that evaluated it
  objective DOUBLE PRECISION,
  PRIMARY KEY (market, strategy, fold, params)
);

-- What each island's best candidate did on each symbol on the unseen test days.
CREATE TABLE symbol_fitness (
  run_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,
  island BIGINT NOT NULL,
  params TEXT NOT NULL,
  symbol TEXT NOT NULL,
  oos_total_return DOUBLE PRECISION,
  oos_sharpe DOUBLE PRECISION,
  oos_trades BIGINT NOT NULL,
  PRIMARY KEY (run_id, strategy, fold, island, symbol)
);

CREATE TABLE pairs (
  market TEXT NOT NULL,
  formed_from TEXT NOT NULL,
  formed_to TEXT NOT NULL,
  symbol_a TEXT NOT NULL,
  symbol_b TEXT NOT NULL,
  rank BIGINT NOT NULL,
  distance DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (market, formed_from, formed_to, symbol_a, symbol_b)
);

-- Data that was set aside or mended.
CREATE TABLE quarantine (
  run_id TEXT NOT NULL,
  symbol TEXT NOT NULL,
  rule TEXT NOT NULL,
  first_date TEXT NOT NULL,          -- empty when it concerns the whole symbol
  row_count BIGINT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (run_id, symbol, rule, first_date)
);

CREATE TABLE memory_samples (
  run_id TEXT NOT NULL,
  at TEXT NOT NULL,
  rss_bytes BIGINT,
  vsz_bytes BIGINT,
  heap_bytes BIGINT,
  available_bytes BIGINT,
  budget_bytes BIGINT,
  leased_bytes BIGINT,
  PRIMARY KEY (run_id, at)
);

CREATE TABLE alerts (
  run_id TEXT NOT NULL,
  at TEXT NOT NULL,
  severity TEXT NOT NULL,            -- WARN, CRITICAL
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (run_id, kind, message)
);

-- What a trading system reads: for each strategy of the run that finished last, the candidate that
-- was best in sample in the latest fold, with what it then did out of sample.
CREATE VIEW champions AS
SELECT f.*
FROM fitness f
WHERE f.run_id = (
    SELECT run_id FROM runs WHERE finished_at IS NOT NULL
    ORDER BY finished_at DESC, run_id LIMIT 1)
  AND f.rank = 1
  AND f.objective IS NOT NULL
  AND f.fold = (
    SELECT MAX(g.fold) FROM fitness g WHERE g.run_id = f.run_id AND g.strategy = f.strategy);
