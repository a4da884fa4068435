package nightshift.transforms.strategy;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * A trading rule with parameters to be searched. Implementations are found by {@link
 * java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/nightshift.transforms.strategy.Strategy} of a jar on the class path. They have
 * a public constructor without arguments and no state: several threads call one instance at once.
 */
public interface Strategy {

  /** What the weights of a strategy are shares of. */
  enum Scope {
    /**
     * Each symbol is traded by itself, with weights from -1 to 1 of that symbol's own share of the
     * capital; the portfolio's return is the mean over the symbols. The blocks it is given may hold
     * any of the symbols, in groups of any size.
     */
    SYMBOL,
    /**
     * Symbols are ranked or paired: a block always holds all of them, and the weights, whose
     * absolute values sum to at most 1, are shares of the whole capital; the portfolio's return is
     * the sum.
     */
    PANEL
  }

  /** Lower case with underscores; unique. */
  String name();

  /** Raised whenever the same parameters and prices would give other positions. */
  default int version() {
    return 1;
  }

  default Scope scope() {
    return Scope.SYMBOL;
  }

  /** What may be searched, in the order in which it is written down. */
  List<Parameter> parameters();

  /**
   * The parameters that its source recommends or is best known for, in the order of {@link
   * #parameters()}; what a search has to beat.
   */
  double[] textbook();

  /**
   * The one among all choices which always give the same positions as this one that stands for them
   * all, so that a search evaluates and counts it once. The same choice for all of them; itself for
   * the one that stands for the others.
   */
  default Values canonical(Values values) {
    return values;
  }

  /** The columns that {@link #positions} looks at. No other column is loaded for it. */
  Set<Column> columns();

  /**
   * How many bars up to and including the one at whose close the first decision is made are looked
   * at, with the longest parameters.
   */
  int warmUp();

  /**
   * How many bytes {@link #positions} takes at most beside the prices, for {@link Scope#PANEL}:
   * what it computes and memoises, and 24 bytes for each change of a weight by one candidate. A run
   * asks before it begins, and gives the strategy a place in memory of that size.
   *
   * @param symbols how many symbols the block has
   * @param days how many days the window has at most
   */
  default long workingBytes(int symbols, int days) {
    return 0;
  }

  /**
   * Decides what to hold. For each symbol of the block, for bars t from {@link Bars#first()} to
   * {@link Bars#length()} - 1 in ascending order, {@code targets.set(t, weight)} says what is
   * wanted at the close of bar t, by what is known then: nothing at an index above t may be looked
   * at. It is filled at the open of bar t + 1, and held until another weight is set. Every symbol
   * starts flat.
   */
  void positions(Block block, Values values, Targets targets);
}
