package nightshift.io.market;

import java.time.LocalDate;

/** A row as a store has it; null where a value is missing. */
record StoredBar(
    String symbol,
    LocalDate date,
    Double open,
    Double high,
    Double low,
    Double close,
    Double adjustedClose,
    Double volume) {

  Double value(Field field) {
    return switch (field) {
      case OPEN -> open;
      case HIGH -> high;
      case LOW -> low;
      case CLOSE -> close;
      case ADJUSTED_CLOSE -> adjustedClose;
      case VOLUME -> volume;
      default -> throw new IllegalArgumentException(field.name());
    };
  }
}
