-- Version 3: what the machine was like meanwhile, alerts that begin and end, and the plan beside
-- what was measured.

ALTER TABLE memory_samples ADD COLUMN peak_rss_bytes BIGINT;     -- the most since the sample before
ALTER TABLE memory_samples ADD COLUMN file_rss_bytes BIGINT;     -- of rss: pages of mapped files
ALTER TABLE memory_samples ADD COLUMN mapped_bytes BIGINT;       -- files that Java has mapped as buffers
ALTER TABLE memory_samples ADD COLUMN swap_bytes BIGINT;         -- of the process
ALTER TABLE memory_samples ADD COLUMN cgroup_bytes BIGINT;       -- of the control group with the least room
ALTER TABLE memory_samples ADD COLUMN cgroup_cache_bytes BIGINT; -- of that: page cache
ALTER TABLE memory_samples ADD COLUMN cgroup_limit_bytes BIGINT;
ALTER TABLE memory_samples ADD COLUMN stall_some DOUBLE PRECISION; -- per cent of the last ten seconds
ALTER TABLE memory_samples ADD COLUMN stall_full DOUBLE PRECISION;
ALTER TABLE memory_samples ADD COLUMN temperature DOUBLE PRECISION; -- degrees Celsius
ALTER TABLE memory_samples ADD COLUMN throttled BIGINT;          -- 1 under-voltage, 2 frequency capped,
                                                                 -- 4 throttled, 8 soft limit; their sum

-- An alert is known by when it began: the same thing may happen twice in a night.
ALTER TABLE alerts RENAME TO alerts_2;

CREATE TABLE alerts (
  run_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,                  -- when it began
  ended_at TEXT,                     -- NULL: it lasted to the end of the run, or is no episode
  severity TEXT NOT NULL,            -- WARN, CRITICAL: the worst of the episode
  message TEXT NOT NULL,
  PRIMARY KEY (run_id, kind, at)
);

INSERT INTO alerts (run_id, kind, at, severity, message)
SELECT run_id, kind, at, MIN(severity), STRING_AGG(message, ' / ' ORDER BY message)
FROM alerts_2 GROUP BY run_id, kind, at;

DROP TABLE alerts_2;

ALTER TABLE runs ADD COLUMN estimated_peak_bytes BIGINT;         -- of peak_rss_bytes, by the plan
ALTER TABLE runs ADD COLUMN estimated_read_bytes BIGINT;
ALTER TABLE runs ADD COLUMN read_bytes BIGINT;                   -- by the workers while reading prices
ALTER TABLE runs ADD COLUMN estimated_seconds DOUBLE PRECISION;

ALTER TABLE stages ADD COLUMN peak_rss_bytes BIGINT;             -- of the process while it was on the stage
ALTER TABLE stages ADD COLUMN read_bytes BIGINT;                 -- by those threads, from files of any kind
