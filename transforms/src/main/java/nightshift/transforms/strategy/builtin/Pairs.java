package nightshift.transforms.strategy.builtin;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * Pairs trading. On the last day before the traded days, and every 126 days of the calendar after
 * it, the {@code top} closest pairs of the trailing {@code formation} days are formed (see {@link
 * Formation}), and traded until the next formation:
 *
 * <ul>
 *   <li>the spread of a pair is the difference of its prices, in units of those on the first day of
 *       the formation; z is its distance from the formation's mean, in the formation's standard
 *       deviations;
 *   <li>opened when |z| is above {@code open}: the loser is bought and the winner sold short, each
 *       with {@code 1 / (2 * top)} of the capital; a symbol in several pairs gets the sum;
 *   <li>closed when z, seen from the side on which it was opened, is back at {@code close} or
 *       beyond, or when one of the two has no bar on a day;
 *   <li>when |z| is above {@code stop}, closed and left alone until the next formation;
 *   <li>all pairs are closed at the next formation, where new ones may open at once.
 * </ul>
 *
 * <p>Only symbols with a bar on every day of the formation can be paired, so symbols that keep
 * different holidays should not be searched together.
 *
 * <p>Source: E. Gatev, W. Goetzmann, K. G. Rouwenhorst, Pairs Trading: Performance of a
 * Relative-Value Arbitrage Rule, Review of Financial Studies 19 (2006); theirs has no stop.
 */
public final class Pairs implements Strategy {
  private static final Parameter FORMATION = Parameter.whole("formation", 126, 504, 63);
  private static final Parameter OPEN = Parameter.decimal("open", "1.5", "3", "0.25");
  private static final Parameter CLOSE = Parameter.decimal("close", "0", "1", "0.25");
  private static final Parameter STOP = Parameter.decimal("stop", "3", "5", "0.5");
  private static final Parameter TOP = Parameter.whole("top", 5, 50, 5);

  /** How many days pairs are traded before new ones are formed. */
  private static final int PERIOD = 126;

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public Scope scope() {
    return Scope.PANEL;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(FORMATION, OPEN, CLOSE, STOP, TOP);
  }

  @Override
  public double[] textbook() {
    return new double[] {252, 2, 0, 5, 20};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 504;
  }

  /**
   * The paths of all symbols with what bounds their distances; and for each formation and period
   * the pairs and their spreads.
   */
  @Override
  public long workingBytes(int symbols, int days) {
    long formations = FORMATION.size();
    long periods = days / PERIOD + 2;
    long spreads = formations * periods * (long) TOP.max() * Spread.bytes(PERIOD);
    long changes = 2 * 24 * (long) TOP.max() * days;
    return ClosestPairs.bytes(symbols, (int) FORMATION.max()) + spreads + changes;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    PairTrading.Rule rule =
        new PairTrading.Rule(values.real(OPEN), values.real(CLOSE), values.real(STOP));
    int formation = values.integer(FORMATION);
    int top = values.integer(TOP);
    Legs legs = new Legs(block, targets, 1.0 / (2 * top));
    int end = block.window().to();
    for (int day = block.window().from() - 1; day < end; day += PERIOD) {
      legs.clear(day);
      List<Pair> closest = Formation.closest(block, day, formation, (int) TOP.max());
      PairTrading.trade(first(top, closest), rule, day, Math.min(day + PERIOD, end), legs);
    }
  }

  private static List<Pair> first(int top, List<Pair> pairs) {
    return pairs.subList(0, Math.min(top, pairs.size()));
  }
}
