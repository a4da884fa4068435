-- Version 2: how the time of a run went.

-- Seconds are summed over the workers, so that they may be more than the run took.
CREATE TABLE stages (
  run_id TEXT NOT NULL,
  stage TEXT NOT NULL,               -- start_up, listing, reading, evolving, kernels (of evolving and
                                     -- validating), validating, writing; process: all of it, from
                                     -- the start of Java; gc, jit: of process
  cpu_seconds DOUBLE PRECISION,      -- NULL where it is not known
  wall_seconds DOUBLE PRECISION NOT NULL,
  count BIGINT NOT NULL,             -- units, panels, batches of candidates, collections, ...
  PRIMARY KEY (run_id, stage)
);
