package nightshift.transforms.strategy.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.FormedPair;
import nightshift.transforms.strategy.FormsPairs;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * Pairs trading. On the last day before the traded days the {@code top} closest pairs of the
 * trailing {@code formation} days are formed (see {@link Formation}; where there are fewer before
 * it, as soon as there are as many), and traded for a year and a half, then formed anew, and so on.
 * No test period of a fold is as long: its pairs come from days before it alone, and {@link #pairs}
 * says which they are.
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
public final class Pairs implements Strategy, FormsPairs {
  private static final Parameter FORMATION = Parameter.whole("formation", 126, 504, 63);
  private static final Parameter OPEN = Parameter.decimal("open", "1.5", "3", "0.25");
  private static final Parameter CLOSE = Parameter.decimal("close", "0", "1", "0.25");
  private static final Parameter STOP = Parameter.decimal("stop", "3", "5", "0.5");
  private static final Parameter TOP = Parameter.whole("top", 5, 50, 5);

  /**
   * How many months pairs are traded before new ones are formed. A test period is a year, and up to
   * half of the next where history ends there.
   */
  private static final int MONTHS = 18;

  /** Fewer days than any calendar has in these months. */
  private static final int FEWEST_DAYS = 370;

  @Override
  public String name() {
    return "pairs";
  }

  /** 2: formed anew after a year and a half, not after half a year. */
  @Override
  public int version() {
    return 2;
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
    long periods = days / FEWEST_DAYS + 2;
    long spreads = formations * (long) TOP.max() * (Spread.bytes(days) + periods * Spread.bytes(1));
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
    int next;
    for (int day = firstFormation(block, formation); day < end; day = next) {
      next = Math.min(end, nextFormation(block, day));
      legs.clear(day);
      PairTrading.trade(closest(block, day, formation, top), rule, day, next, legs);
    }
  }

  @Override
  public List<FormedPair> pairs(Block block, Values values) {
    int formation = values.integer(FORMATION);
    List<FormedPair> formed = new ArrayList<>();
    int end = block.window().to();
    // Nothing that is formed on the last day is traded.
    for (int day = firstFormation(block, formation);
        day < end - 1;
        day = nextFormation(block, day)) {
      for (Pair pair : closest(block, day, formation, values.integer(TOP))) {
        formed.add(new FormedPair(pair.first(), pair.second(), day - formation + 1, formation));
      }
    }
    return formed;
  }

  /**
   * The last day before the traded ones; where history is young, the first with enough before it.
   */
  private static int firstFormation(Block block, int formation) {
    return Math.max(block.window().from(), formation) - 1;
  }

  /**
   * The first day that is a year and a half after the first traded one, or after the formation
   * before.
   */
  private static int nextFormation(Block block, int day) {
    int first = block.window().from();
    if (first == block.window().to()) {
      return first;
    }
    return block.dayFrom(block.dateOf(Math.max(day, first)).plusMonths(MONTHS));
  }

  private static List<Pair> closest(Block block, int day, int formation, int top) {
    List<Pair> pairs = Formation.closest(block, day, formation, (int) TOP.max());
    return pairs.subList(0, Math.min(top, pairs.size()));
  }
}
