package nightshift.profiles;

import java.util.List;

/**
 * Which of Java's two compilers work. The quick one (C1) alone makes a short run shorter, as the
 * other (C2) takes seconds of processor time before it pays; but the code that it makes evaluates
 * bars at about half the speed.
 */
public enum CompilerChoice {
  QUICK(List.of("-XX:TieredStopAtLevel=1")),
  FULL(List.of());

  /** Up to so many bars the quick compiler alone is through first. Measured. */
  static final double FEW_BARS = 400e6;

  private static final int BARS_A_YEAR = 252;

  /** How many strategies {@code all} is taken for. */
  private static final int STRATEGIES = 8;

  private final List<String> flags;

  CompilerChoice(List<String> flags) {
    this.flags = flags;
  }

  /** The choice that the settings make, or leave to the size of the run. */
  public static CompilerChoice of(EffectiveSettings settings) {
    return switch (settings.get(Settings.JVM_COMPILER)) {
      case "quick" -> QUICK;
      case "full" -> FULL;
      default -> mostBars(Research.of(settings)) <= FEW_BARS ? QUICK : FULL;
    };
  }

  /**
   * How many bars a run can come to evaluate, if the market has as many symbols and years as may be
   * taken: candidates x symbols x training bars, over all units. 25 symbols, one year, 20 x 15
   * candidates, 8 strategies: 25 x 252 x 300 x 8 = 15 million. A run evaluates a quarter of it or
   * less, as populations come to rest and candidates come up again.
   */
  private static double mostBars(Research research) {
    int trainYears = Math.max(1, Math.min(research.trainYears(), research.maxYears() - 1));
    int folds = Math.max(1, research.maxYears() - trainYears);
    boolean anchored = research.walkForward().equals("anchored");
    // Anchored folds train on a year more each.
    double years = anchored ? trainYears + (folds - 1) / 2.0 : trainYears;
    double trainBars = BARS_A_YEAR * years;
    double candidates = (double) research.population() * research.generations();
    int named = research.strategies().size();
    double units = (named == 0 ? STRATEGIES : named) * folds * research.islands();
    return units * candidates * research.maxSymbols() * trainBars;
  }

  /** The word for it in {@code jvm.compiler}. */
  public String text() {
    return this == QUICK ? "quick" : "full";
  }

  /** The flags of the Java machine. */
  List<String> flags() {
    return flags;
  }
}
