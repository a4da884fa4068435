package nightshift.transforms.backtest;

/**
 * A position of one sign, from the fill that took it up to the one that gave it up or turned it
 * around; a change of its size is part of it.
 *
 * @param symbol what was traded
 * @param entryDay day at whose open it was taken up, as an index into the panel's calendar
 * @param exitDay day at whose open it was given up, or at whose close it was sold because no bar
 *     follows in the window; as an index into the panel's calendar
 * @param netReturn the symbol's daily factors from entry to exit compounded, costs included, less
 *     1; at least -1
 */
public record Trade(String symbol, int entryDay, int exitDay, double netReturn) {}
