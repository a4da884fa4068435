package nightshift.io.market;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stored column means, told by its name. Case, spaces and punctuation do not matter: "Adj
 * Close", {@code adj_close} and {@code AdjClose} are one. Of several names the one that stands
 * first here wins, so that a {@code name} beside a {@code symbol} is not taken for it.
 */
enum Field {
  SYMBOL(
      "symbol",
      "ticker",
      "tickersymbol",
      "stocksymbol",
      "actsymbol",
      "sym",
      "instrument",
      "code",
      "stockcode",
      "security",
      "asset",
      "ric",
      "name",
      "stock"),
  DATE(
      "date",
      "datetime",
      "timestamp",
      "tradedate",
      "tradingdate",
      "tradingday",
      "pricedate",
      "bardate",
      "asofdate",
      "quotedate",
      "day",
      "time",
      "dt",
      "ts",
      "index",
      "indexlevel0",
      "unnamed0"),
  OPEN("open", "openprice", "priceopen", "opening", "o"),
  HIGH("high", "highprice", "pricehigh", "hi", "h"),
  LOW("low", "lowprice", "pricelow", "lo", "l"),
  CLOSE("close", "closeprice", "priceclose", "closing", "closingprice", "last", "price", "c"),
  ADJUSTED_CLOSE(
      "adjclose",
      "adjustedclose",
      "closeadj",
      "closeadjusted",
      "adjcloseprice",
      "adjustedcloseprice",
      "adjc"),
  VOLUME("volume", "vol", "totalvolume", "tradedvolume", "sharevolume", "v");

  /** What pandas makes of a column of two levels: {@code ('Close', 'AAPL')}. */
  private static final Pattern TUPLE = Pattern.compile("\\('([^']+)', *'[^']*'\\)");

  private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** The field in which a column is read. */
  static Field of(Column column) {
    return valueOf(column.name());
  }

  /**
   * Which of these columns are which fields.
   *
   * @throws MarketException when two columns claim one field with the same name
   */
  static Map<Field, String> among(Collection<String> columns) throws MarketException {
    Map<String, List<String>> plain = columns.stream().collect(Collectors.groupingBy(Field::plain));
    Map<Field, String> found = new EnumMap<>(Field.class);
    for (Field field : values()) {
      for (String name : field.names) {
        List<String> same = plain.getOrDefault(name, List.of());
        if (same.size() > 1) {
          throw new MarketException(
              "columns %s all mean %s; keep one of them".formatted(same, field.label()));
        }
        if (same.size() == 1) {
          found.put(field, same.get(0));
          break;
        }
      }
    }
    return found;
  }

  /** Those of some columns that mean any field. */
  static List<String> known(Collection<String> columns) {
    return columns.stream()
        .filter(column -> Stream.of(values()).anyMatch(field -> field.means(column)))
        .toList();
  }

  /** Whether a single name means this field. */
  boolean means(String column) {
    return names.contains(plain(column));
  }

  /** The field's name for people. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The fields of prices and volume, in which missing values are NaN. */
  static Stream<Field> numbers() {
    return Stream.of(OPEN, HIGH, LOW, CLOSE, ADJUSTED_CLOSE, VOLUME);
  }

  private static String plain(String column) {
    Matcher tuple = TUPLE.matcher(column);
    String name = tuple.matches() ? tuple.group(1) : column;
    return PUNCTUATION.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
