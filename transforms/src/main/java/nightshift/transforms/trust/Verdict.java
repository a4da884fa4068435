package nightshift.transforms.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all figures together say, in a word and with the reason. The rule, from the first line on
 * that holds:
 *
 * <ol>
 *   <li>doubtful: fewer than {@value #MIN_DAYS} unseen days
 *   <li>overfit: a Sharpe ratio of the unseen days of 0 or less; or a DSR below 0.5 and a PSR of
 *       the unseen days below 0.95; or a PBO of 0.5 or more and unseen days that brought less than
 *       half of the training's Sharpe ratio
 *   <li>robust: PSR of the unseen days and DSR of at least 0.95 each, a PBO below 0.5, and alpha
 *       against buy and hold with a p-value of at most 0.05
 *   <li>doubtful
 * </ol>
 *
 * What is unknown is not enough for robust, and no sign of overfit.
 */
public record Verdict(Label label, String reason) {
  /** Half a year: with less, there is nothing to say. */
  public static final int MIN_DAYS = 126;

  private static final double CONFIDENT = 0.95;
  private static final double SIGNIFICANT = 0.05;
  private static final double EVEN = 0.5;

  /** In a word. */
  public enum Label {
    ROBUST,
    DOUBTFUL,
    OVERFIT;

    /** Lower case, as the database has it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The verdict on a champion. */
  public static Verdict of(Figures f) {
    if (f.days() < MIN_DAYS) {
      return new Verdict(
          Label.DOUBTFUL, text("only %,d unseen days, fewer than %d", f.days(), MIN_DAYS));
    }
    List<String> luck = signsOfLuck(f);
    if (!luck.isEmpty()) {
      return new Verdict(Label.OVERFIT, String.join("; ", luck));
    }
    List<String> missing = missing(f);
    return missing.isEmpty()
        ? new Verdict(Label.ROBUST, evidence(f))
        : new Verdict(Label.DOUBTFUL, String.join("; ", missing));
  }

  private static List<String> signsOfLuck(Figures f) {
    List<String> signs = new ArrayList<>();
    if (f.sharpe() <= 0) {
      signs.add(text("Sharpe ratio %.2f on %,d unseen days", f.sharpe(), f.days()));
    }
    if (f.dsr() < EVEN && !(f.psr() >= CONFIDENT)) {
      signs.add(
          text(
              "DSR %.2f: the best of %,d worthless candidates would look better",
              f.dsr(), f.trials()));
    }
    if (f.pbo() >= EVEN && f.efficiency() < EVEN) {
      signs.add(
          text(
              "PBO %.2f, and Sharpe ratio %.2f on unseen days of %.2f in training",
              f.pbo(), f.sharpe(), f.inSampleSharpe()));
    }
    return signs;
  }

  private static List<String> missing(Figures f) {
    List<String> missing = new ArrayList<>();
    if (!(f.psr() >= CONFIDENT)) {
      missing.add(
          Double.isNaN(f.psr())
              ? "PSR unknown"
              : text("PSR %.2f of %,d unseen days%s", f.psr(), f.days(), wanted(f)));
    }
    if (!(f.dsr() >= CONFIDENT)) {
      missing.add(
          Double.isNaN(f.dsr())
              ? "DSR unknown"
              : text("DSR %.2f after %,d candidates", f.dsr(), f.trials()));
    }
    if (!(f.pbo() < EVEN)) {
      missing.add(Double.isNaN(f.pbo()) ? "PBO unknown" : text("PBO %.2f", f.pbo()));
    }
    if (!(f.alphaP() <= SIGNIFICANT)) {
      missing.add(
          Double.isNaN(f.alphaP())
              ? "alpha unknown"
              : text("alpha %.1f %% a year with p %.3f", 100 * f.alpha(), f.alphaP()));
    }
    return missing;
  }

  private static String wanted(Figures f) {
    return Double.isNaN(f.minTrackRecord())
        ? ""
        : text(", %,.0f such days would do", Math.ceil(f.minTrackRecord()));
  }

  private static String evidence(Figures f) {
    return text(
        "Sharpe ratio %.2f on %,d unseen days (PSR %.2f), DSR %.2f after %,d candidates, PBO %.2f,"
            + " alpha %.1f %% a year (p %.3f)",
        f.sharpe(), f.days(), f.psr(), f.dsr(), f.trials(), f.pbo(), 100 * f.alpha(), f.alphaP());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
