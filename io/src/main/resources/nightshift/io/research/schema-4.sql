-- Version 4: results that one can trust.

-- The data gate: what each finding measured, and what was done about it.
ALTER TABLE quarantine ADD COLUMN value DOUBLE PRECISION;        -- a ratio, a share, a number of days ...
ALTER TABLE quarantine ADD COLUMN action TEXT NOT NULL DEFAULT 'kept'; -- kept, mended, bars_set_aside,
                                                                 -- symbol_set_aside
