package nightshift.io.research;

import java.io.Serializable;

/**
 * Data that was set aside or mended.
 *
 * @param firstDate ISO date, or empty when it concerns the whole symbol
 * @param value what the rule measured; NaN for nothing
 * @param action what was done: {@code kept}, {@code mended}, {@code bars_set_aside}, {@code
 *     symbol_set_aside}
 */
public record QuarantineRow(
    String symbol,
    String rule,
    String firstDate,
    long rows,
    double value,
    String action,
    String detail)
    implements Serializable {}
