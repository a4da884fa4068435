package nightshift.profiles;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a misspelt word. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest letters to insert, delete, replace or swap with their neighbour
   * (optimal string alignment), upper and lower case being the same. A third of the letters may be
   * wrong, at least one; else there is no likely candidate. Of equals, the first.
   */
  public static Optional<String> to(String given, Collection<String> candidates) {
    String word = given.toLowerCase(Locale.ROOT);
    String nearest = null;
    int fewest = Math.max(1, word.length() / 3) + 1;
    for (String candidate : candidates) {
      int edits = edits(word, candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** What to add to an error message: {@code " (did you mean x?)"}, or nothing. */
  public static String hint(String given, Collection<String> candidates) {
    return to(given, candidates).map(word -> " (did you mean " + word + "?)").orElse("");
  }

  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
