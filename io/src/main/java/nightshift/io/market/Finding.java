package nightshift.io.market;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Data that was set aside or mended, so that nobody is misled by its absence.
 *
 * @param symbol the symbol it belongs to
 * @param date the first day concerned, or empty when it concerns the whole symbol
 * @param rule what is wrong, as a short stable name: {@code unreadable}, {@code missing_close},
 *     {@code missing_open}, {@code high_low_filled}, {@code missing_adjusted_close}, {@code
 *     duplicate_day}, {@code bad_date}, {@code unordered_rows}
 * @param rows how many rows it concerns
 * @param detail file, column, value or cause, for people
 */
public record Finding(
    String symbol, Optional<LocalDate> date, String rule, long rows, String detail) {}
