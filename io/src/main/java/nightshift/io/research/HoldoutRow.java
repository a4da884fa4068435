package nightshift.io.research;

/**
 * What the champion of a strategy did on the days that nothing else has seen; dates are ISO text,
 * inclusive, and NaN is written as NULL.
 *
 * @param fold whose champion it is
 * @param buyAndHold the same days and symbols, bought and held
 */
public record HoldoutRow(
    String strategy,
    int fold,
    String params,
    String from,
    String to,
    MainFigures figures,
    double alpha,
    double beta,
    UnitRows.AtCosts buyAndHold) {}
