package nightshift.testdata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What market to make. Years are whole calendar years, the last of them 2025.
 *
 * @param to a folder for Parquet files, or a name ending in .db or .sqlite for an SQLite file
 * @param symbols 1 to {@link Listing#MAX_SYMBOLS}
 * @param years 1 to {@value #MAX_YEARS}
 * @param seed any number; the bundled market's is 20140102
 * @param dirty whether some rows are spoilt
 * @param sectors where to write a CSV file with the sector of each symbol
 */
record MarketArguments(
    Path to, int symbols, int years, long seed, boolean dirty, Optional<Path> sectors) {
  static final int LAST_YEAR = 2025;
  static final int MAX_YEARS = 100;

  private static final String USAGE =
      "--to=PATH [--symbols=60] [--years=12] [--seed=20140102] [--dirty=false] [--sectors=FILE]";

  MarketArguments {
    requireRange("--symbols", symbols, 1, Listing.MAX_SYMBOLS);
    requireRange("--years", years, 1, MAX_YEARS);
  }

  static MarketArguments parse(List<String> arguments) {
    MarketArguments market =
        new MarketArguments(Path.of(""), 60, 12, 20140102L, false, Optional.empty());
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + argument + "' is not an option: " + USAGE);
      }
      market = market.with(argument.substring(0, equals), argument.substring(equals + 1));
    }
    if (market.to.toString().isEmpty()) {
      throw new IllegalArgumentException("--to is missing: " + USAGE);
    }
    return market;
  }

  private MarketArguments with(String name, String value) {
    return switch (name) {
      case "--to" -> new MarketArguments(Path.of(value), symbols, years, seed, dirty, sectors);
      case "--symbols" -> new MarketArguments(to, count(name, value), years, seed, dirty, sectors);
      case "--years" -> new MarketArguments(to, symbols, count(name, value), seed, dirty, sectors);
      case "--seed" -> new MarketArguments(to, symbols, years, number(name, value), dirty, sectors);
      case "--dirty" -> new MarketArguments(to, symbols, years, seed, yesOrNo(value), sectors);
      case "--sectors" ->
          new MarketArguments(to, symbols, years, seed, dirty, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException(name + " is not an option: " + USAGE);
    };
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + value + " is not a whole number", e);
    }
  }

  private static int count(String name, String value) {
    long number = number(name, value);
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number));
  }

  private static boolean yesOrNo(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("--dirty=" + value + " must be true or false");
    }
    return value.equals("true");
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be from " + low + " to " + high);
    }
  }

  /** Epoch days of all sessions, ascending. */
  int[] sessions() {
    return TradingCalendar.sessions(LAST_YEAR - years + 1, LAST_YEAR);
  }
}
