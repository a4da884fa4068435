/**
 * How history is cut into folds: on these years a strategy is searched, on that one, which the
 * search never sees, it is validated. Dates only; no prices, no Beam.
 */
package nightshift.transforms.walkforward;
