package nightshift.io.research;

import java.io.Serializable;

/**
 * Data that was set aside or mended.
 *
 * @param firstDate ISO date, or empty when it concerns the whole symbol
 */
public record QuarantineRow(String symbol, String rule, String firstDate, long rows, String detail)
    implements Serializable {}
