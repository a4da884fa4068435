package nightshift.transforms.backtest;

/**
 * What a candidate made of one symbol, over the days on which it has a bar. Where weights are
 * shares of the whole capital, so are these returns.
 *
 * @param symbol a symbol with at least one bar in the window
 * @param totalReturn its daily net returns compounded, as a fraction
 * @param sharpe annualised Sharpe ratio of its daily net returns, money at rest earning nothing;
 *     NaN where it is undefined, as it is for a symbol that was never traded
 * @param trades how many trades were begun
 */
public record SymbolResult(String symbol, double totalReturn, double sharpe, int trades) {}
