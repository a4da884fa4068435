package nightshift.transforms;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which symbols are researched, decided by their names alone.
 *
 * <p>When there are more than {@code max}, those written out in {@code include} come first, in that
 * order. The others are drawn by a hash of their name: a sample across the whole market, not its
 * first letters, the same every night, which changes by one symbol when the market does.
 *
 * @param include names or globs ({@code *} any characters, {@code ?} one); empty for all
 * @param exclude names or globs that are left out
 * @param max how many at most, at least 1
 */
public record SymbolSelection(List<String> include, List<String> exclude, int max)
    implements Serializable {

  public SymbolSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    if (max < 1) {
      throw new IllegalArgumentException("maxSymbols must be at least 1, got " + max);
    }
  }

  /** The selected ones of these names, in natural order. */
  public List<String> select(List<String> names) {
    Filter filter = new Filter(this);
    List<String> wanted = new ArrayList<>(names.stream().filter(filter::wants).toList());
    if (wanted.size() > max) {
      wanted.sort(drawOrder());
      wanted = wanted.subList(0, max);
    }
    return wanted.stream().sorted().toList();
  }

  /** The order in which symbols are taken when not all can be. */
  Comparator<String> drawOrder() {
    Map<String, Integer> places = new HashMap<>();
    for (String name : include) {
      places.putIfAbsent(name, places.size());
    }
    return Comparator.<String>comparingInt(name -> places.getOrDefault(name, Integer.MAX_VALUE))
        .thenComparing(SymbolSelection::hash)
        .thenComparing(Comparator.naturalOrder());
  }

  private static String hash(String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Include and exclude, ready to be asked many times. */
  static final class Filter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;

    Filter(SymbolSelection selection) {
      this.include = selection.include().stream().map(Filter::pattern).toList();
      this.exclude = selection.exclude().stream().map(Filter::pattern).toList();
    }

    boolean wants(String name) {
      return (include.isEmpty() || matches(include, name)) && !matches(exclude, name);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
      return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
      StringBuilder regex = new StringBuilder();
      for (char c : glob.toCharArray()) {
        regex.append(
            switch (c) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
  }
}
