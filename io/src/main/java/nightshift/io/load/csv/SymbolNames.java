package nightshift.io.load.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightshift.io.market.PlainText;

/**
 * The symbol that a file's name stands for: the name without folder and endings, and without a word
 * like {@code _data} or {@code .us} if all files of the import have that same word.
 */
public final class SymbolNames {
  private static final int LONGEST = 40;
  private static final Pattern PRICE_FILE =
      Pattern.compile("(.+?)\\.(csv|txt|tsv)(\\.(gz|bz2|xz|zst|lz4|z))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPRESSED =
      Pattern.compile("(.+?)(\\.(gz|bz2|xz|zst|lz4|z))", Pattern.CASE_INSENSITIVE);
  private static final List<String> WORDS =
      List.of(
          "_data",
          "_daily",
          "_prices",
          "_history",
          "_historical",
          "_stock",
          "_1d",
          "_d",
          "-daily",
          "-1d",
          ".us");

  private final Optional<String> common;

  /**
   * @param names of all price files of the import
   */
  public SymbolNames(List<String> names) {
    common =
        WORDS.stream()
            .filter(word -> names.stream().allMatch(name -> endsWith(stem(name), word)))
            .findFirst();
  }

  /** Whether a text can be a symbol: of 1 to 40 characters, which all stand for themselves. */
  public static boolean isSymbol(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && PlainText.isPlain(text);
  }

  /** Whether a file in a folder or archive is to be read, by its name. */
  static boolean isPriceFile(String name) {
    String last = lastPart(name);
    return !last.startsWith(".") && PRICE_FILE.matcher(last).matches();
  }

  /** The symbol of a file, by its name alone. */
  public String symbolOf(String name) {
    String stem = stem(name);
    return common
        .filter(word -> stem.length() > word.length())
        .map(word -> stem.substring(0, stem.length() - word.length()))
        .orElse(stem);
  }

  private static boolean endsWith(String stem, String word) {
    return stem.toLowerCase(Locale.ROOT).endsWith(word);
  }

  private static String stem(String name) {
    String last = lastPart(name);
    Matcher file = PRICE_FILE.matcher(last);
    if (file.matches()) {
      return file.group(1);
    }
    Matcher compressed = COMPRESSED.matcher(last);
    return compressed.matches() ? compressed.group(1) : last;
  }

  private static String lastPart(String name) {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }
}
