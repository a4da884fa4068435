/**
 * What a candidate would have earned: positions become fills, and fills become daily net returns
 * and trades. {@link nightshift.transforms.backtest.Backtest} is the way in, and the rules stand
 * there. A search of many candidates gives a {@link nightshift.transforms.backtest.Batch}, with
 * only what scoring them needs; a validation of one gives a {@link
 * nightshift.transforms.backtest.Detail}. Pure computation on primitive arrays: no Beam, no files,
 * no database, no clock.
 */
package nightshift.transforms.backtest;
