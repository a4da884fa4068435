-- Trials that were looked at on a part of the prices alone.

-- Annualised; NULL for a candidate whose Sharpe ratio on all of the training is known.
ALTER TABLE trials ADD COLUMN screen_sharpe DOUBLE PRECISION;
