-- Version 6: pairs, and trials of which a part was seen.

-- Pairs of symbols: of a refresh (the command pairs) those that it found, and of a run those that
-- the best candidate of each unit traded on the unseen days. Nothing was ever written to the table
-- of before.
DROP TABLE pairs;

CREATE TABLE pairs (
  run_id TEXT NOT NULL,              -- of a run, or of a refresh
  strategy TEXT NOT NULL,            -- that trades them; of a refresh, pairs
  fold BIGINT NOT NULL,              -- test year; of a refresh, 0
  island BIGINT NOT NULL,            -- of a refresh, 0
  formation_from TEXT NOT NULL,
  formation_to TEXT NOT NULL,        -- of a unit, before the first day on which they are traded
  rank BIGINT NOT NULL,              -- within a formation, 1 is the closest
  symbol_a TEXT NOT NULL,
  symbol_b TEXT NOT NULL,
  sector TEXT,                       -- that both are in
  params TEXT,                       -- JSON, of the candidate; NULL for a refresh
  distance DOUBLE PRECISION NOT NULL,-- sum of squared differences of the paths
  correlation DOUBLE PRECISION,      -- of the daily returns
  hedge_ratio DOUBLE PRECISION,      -- log a = intercept + hedge_ratio log b + e
  intercept DOUBLE PRECISION,
  adf DOUBLE PRECISION,              -- statistic of e
  lags BIGINT NOT NULL,              -- that it took
  p_value DOUBLE PRECISION,          -- about; small: cointegrated
  half_life DOUBLE PRECISION,        -- of e, in trading days
  PRIMARY KEY (run_id, strategy, fold, island, formation_to, symbol_a, symbol_b)
);

CREATE TABLE pair_refreshes (
  run_id TEXT NOT NULL PRIMARY KEY,  -- the rows of pairs that it found
  market TEXT NOT NULL,
  settings TEXT NOT NULL,            -- JSON: what decides the pairs
  symbols BIGINT NOT NULL,
  complete BIGINT NOT NULL,          -- symbols with a bar on every day of the formation
  formation_from TEXT NOT NULL,
  formation_to TEXT NOT NULL,
  refreshed_at TEXT NOT NULL
);

-- Trials that were looked at on a part of the prices alone.

-- Annualised; NULL for a candidate whose Sharpe ratio on all of the training is known.
ALTER TABLE trials ADD COLUMN screen_sharpe DOUBLE PRECISION;

-- What runs with --warmStart began with (docs/optimisers.md): kept by what such a run is known by
-- apart from it, so that the same run always begins with the same.

CREATE TABLE warm_starts (
  base_id TEXT NOT NULL PRIMARY KEY,
  market TEXT NOT NULL,
  for_run TEXT NOT NULL,             -- the run_id that became of it
  from_run TEXT NOT NULL             -- whose champions they are; empty where there was no such run
);

CREATE TABLE warm_start_seeds (
  base_id TEXT NOT NULL,
  strategy TEXT NOT NULL,
  fold BIGINT NOT NULL,              -- that is searched with it
  place BIGINT NOT NULL,             -- from 1, over all strategies and folds
  params TEXT NOT NULL,              -- JSON
  PRIMARY KEY (base_id, place)
);
