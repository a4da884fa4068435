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
