package nightshift.testdata;

/**
 * One symbol and its fate, all of it following from its number and the seed.
 *
 * @param number 0 is the market index itself
 * @param sector index into {@link Factors#SECTORS}
 * @param beta how strongly it follows the market
 * @param first session of its first bar, an index into {@link Factors#days}
 * @param last session of its last bar, inclusive
 * @param leader number of the symbol whose long-run path this one shares (the two are
 *     cointegrated), or its own number
 * @param fails whether it loses nearly everything before its last bar
 * @param halts how many gaps of days or weeks without a bar it has
 */
record Listing(
    int number,
    String symbol,
    int sector,
    double beta,
    int first,
    int last,
    int leader,
    boolean fails,
    int halts) {
  /** The highest number of symbols for which {@link #nameOf} has distinct names. */
  static final int MAX_SYMBOLS = 30_000;

  private static final String CONSONANTS = "BCDFGHJKLMNPRSTVWXZ";
  private static final String VOWELS = "AEIOU";

  static Listing of(long seed, int number, int sessions) {
    if (number == 0) {
      return new Listing(0, "^IDX", 0, 1, 0, sessions - 1, 0, false, 0);
    }
    RandomStream random = new RandomStream(seed, 1_000_000L + number);
    double beta = random.uniform(0.5, 1.5);
    int first = number % 8 == 3 ? random.index(sessions / 10, sessions / 2) : 0;
    boolean delisted = number % 10 == 7;
    int last = delisted ? random.index(sessions * 6 / 10, sessions * 95 / 100) : sessions - 1;
    boolean follows = number % 12 == 6;
    int leader = follows ? number - 1 : number;
    return new Listing(
        number,
        nameOf(number),
        leader % Factors.SECTORS.size(),
        beta,
        first,
        last,
        leader,
        delisted && number % 20 == 7,
        number % 9 == 4 ? 3 : 0);
  }

  /** Invented; some have the shapes that real symbols have and file names dislike. */
  private static String nameOf(int number) {
    String plain = plainName(number);
    return switch (number % 20) {
      case 9 -> plain + ".B";
      case 13 -> plain.charAt(0) + "&" + plain.substring(1) + ".NS";
      case 18 -> plain + "-AUTO.NS";
      default -> plain;
    };
  }

  /** Four letters, one name per number: 7919 has no divisor in common with their count, 34,295. */
  private static String plainName(int number) {
    int letters = CONSONANTS.length();
    int code = (int) (number * 7919L % (letters * letters * letters * VOWELS.length()));
    StringBuilder name = new StringBuilder();
    name.append(CONSONANTS.charAt(code % letters));
    code /= letters;
    name.append(VOWELS.charAt(code % VOWELS.length()));
    code /= VOWELS.length();
    name.append(CONSONANTS.charAt(code % letters));
    return name.append(CONSONANTS.charAt(code / letters)).toString();
  }
}
