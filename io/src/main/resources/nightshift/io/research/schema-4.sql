-- Version 4: several objectives at once.

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
