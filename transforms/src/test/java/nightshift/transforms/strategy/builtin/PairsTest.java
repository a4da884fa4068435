package nightshift.transforms.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import nightshift.transforms.strategy.FormedPair;
import nightshift.transforms.strategy.Prices;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final int DAYS = 800;
  private static final Window WINDOW = new Window(130, DAYS);

  /** One leg with the smallest number of pairs, five. */
  private static final double LEG = 0.1;

  private final Pairs strategy = new Pairs();

  private static double[] shaking(double price, double share, int period) {
    return IntStream.range(0, DAYS)
        .mapToDouble(t -> price * (1 + (t % period == period - 1 ? share : 0)))
        .toArray();
  }

  /** A is 100, or 101 on every other day; B is always 50, so the spread is 0 or 1 %, mean 0.5 %. */
  private static double[][] twins() {
    return new double[][] {shaking(100, 0.01, 2), shaking(50, 0, 2)};
  }

  private List<List<Change>> decide(double[][] closes, double... values) {
    return Decisions.of(strategy, Prices.closes(closes), WINDOW, values);
  }

  /** Days on which A is at 102: z is 3 there; at other times it is 1 or -1. */
  @Test
  void sellsTheWinnerBuysTheLoserAndLeavesAtTheMean() {
    double[][] closes = twins();
    closes[0][150] = 102;
    closes[0][151] = 102;
    closes[0][152] = 101;
    closes[0][153] = 100;
    List<List<Change>> changes = decide(closes, 126, 2, 0, 5, 5);
    assertThat(changes)
        .containsExactly(
            List.of(new Change(150, -LEG), new Change(153, 0)),
            List.of(new Change(150, LEG), new Change(153, 0)));
    assertThat(decide(closes, 126, 3, 0, 5, 5)).containsExactly(List.of(), List.of());
    closes[0][152] = 100.6;
    assertThat(decide(closes, 126, 2, 0.5, 5, 5).get(0))
        .containsExactly(new Change(150, -LEG), new Change(152, 0));
  }

  /** The other way round: A falls to 98.9, z is -3.2. */
  @Test
  void buysTheLoserToo() {
    double[][] closes = twins();
    closes[0][150] = 98.9;
    closes[0][151] = 100.6;
    assertThat(decide(closes, 126, 2, 0, 5, 5))
        .containsExactly(
            List.of(new Change(150, LEG), new Change(151, 0)),
            List.of(new Change(150, -LEG), new Change(151, 0)));
  }

  /**
   * Open at z = 3, stopped at z = 5.4, not opened again at 3, and anew after the next formation.
   */
  @Test
  void givesUpAPairBeyondTheStopUntilTheNextFormation() {
    double[][] closes = twins();
    closes[0][150] = 102;
    closes[0][151] = 103.2;
    closes[0][160] = 102;
    closes[0][700] = 103;
    List<List<Change>> changes = decide(closes, 126, 2, 0, 5, 5);
    assertThat(changes.get(0))
        .startsWith(new Change(150, -LEG), new Change(151, 0), new Change(700, -LEG));
    assertThat(changes.get(1))
        .startsWith(new Change(150, LEG), new Change(151, 0), new Change(700, LEG));
  }

  /**
   * Formed on day 129 and on day 679, 2021-11-10, a year and a half after the first traded one: by
   * then A has moved to another level, which is the new mean.
   */
  @Test
  void closesEverythingAtTheNextFormation() {
    double[][] closes = twins();
    for (int day = 240; day < DAYS; day++) {
      closes[0][day] = 102;
    }
    assertThat(decide(closes, 126, 2, 0, 5, 5).get(0))
        .startsWith(new Change(240, -LEG), new Change(679, 0));
  }

  /** What it says is what it trades: of all formations, and from no day after their last. */
  @Test
  void saysWhichPairsItTrades() {
    Values values = Values.nearest(strategy.parameters(), 126, 2, 0, 5, 5);
    Block block = Block.of(Prices.closes(twins()), WINDOW);
    assertThat(strategy.pairs(block, values))
        .extracting(
            pair -> pair.first().symbol() + pair.second().symbol(),
            FormedPair::from,
            FormedPair::last)
        .containsExactly(tuple("AB", 4, 129), tuple("AB", 554, 679));
    Block oneYear = Block.of(Prices.closes(twins()), new Window(130, 130 + 546));
    assertThat(strategy.pairs(oneYear, values)).extracting(FormedPair::last).containsExactly(129);
  }

  /** Whatever happens on the unseen days, the pairs that are traded on them are the same. */
  @Test
  void formsThePairsOfATestPeriodFromDaysBeforeItAlone() {
    double[][] closes = {
      shaking(100, 0.01, 2), shaking(50, 0, 2), shaking(70, 0.002, 3), shaking(20, 0.003, 7)
    };
    Window test = new Window(130, 130 + 546);
    Values values = Values.nearest(strategy.parameters(), 126, 2, 0, 5, 5);
    List<String> before = names(closes, test, values);
    Random random = new Random(5);
    for (double[] symbol : closes) {
      for (int day = 130; day < DAYS; day++) {
        symbol[day] *= 1 + 0.5 * random.nextDouble();
      }
    }
    assertThat(names(closes, test, values)).isEqualTo(before).hasSize(5);
  }

  private List<String> names(double[][] closes, Window window, Values values) {
    return strategy.pairs(Block.of(Prices.closes(closes), window), values).stream()
        .map(pair -> pair.first().symbol() + pair.second().symbol() + pair.from())
        .toList();
  }

  /** Six pairs, of which A and B are the least close; A strays from all, by z = 3.4. */
  @Test
  void addsUpTheLegsOfASymbolInSeveralPairs() {
    double[][] closes = {
      shaking(100, 0.01, 2), shaking(50, 0, 2), shaking(70, 0.002, 3), shaking(20, 0.003, 7)
    };
    closes[0][150] = 102.2;
    List<List<Change>> changes = decide(closes, 126, 3, 0, 5, 5);
    assertThat(changes.get(0)).startsWith(new Change(150, -2 * LEG));
    assertThat(changes.get(1)).noneMatch(change -> change.day() == 150);
    assertThat(changes.get(2)).startsWith(new Change(150, LEG));
    assertThat(changes.get(3)).startsWith(new Change(150, LEG));
    assertThat(decide(closes, 126, 3, 0, 5, 10).get(0)).startsWith(new Change(150, -3 * (LEG / 2)));
  }

  /** B has no bar on day 152, so A is closed then, and B on day 153. */
  @Test
  void closesAPairThatHasLostALeg() {
    double[][] closes = twins();
    for (int day = 150; day < 156; day++) {
      closes[0][day] = 102;
    }
    closes[1][152] = Double.NaN;
    closes[1][153] = 50.75;
    List<List<Change>> changes = decide(closes, 126, 2, 0, 5, 5);
    assertThat(changes.get(0)).startsWith(new Change(150, -LEG), new Change(152, 0));
    assertThat(changes.get(1)).startsWith(new Change(150, LEG), new Change(153, 0));
  }

  /** Nobody has a bar on day 152: nothing is known, so nothing is done. On day 153 z is 1.4. */
  @Test
  void keepsAPairOnADayOnWhichNeitherTrades() {
    double[][] closes = twins();
    closes[0][150] = 102;
    closes[0][151] = 102;
    closes[0][152] = Double.NaN;
    closes[1][152] = Double.NaN;
    closes[0][153] = 101.2;
    assertThat(decide(closes, 126, 2, 0, 5, 5).get(0))
        .startsWith(new Change(150, -LEG), new Change(154, 0));
  }

  /**
   * A symbol that lacks a day of the formation is in no pair, nor is one series under two names,
   * though it be rounded elsewhere.
   */
  @Test
  void pairsNeitherTheIncompleteNorTheIdentical() {
    double[][] closes = twins();
    closes[0][150] = 102;
    closes[1][60] = Double.NaN;
    assertThat(decide(closes, 126, 2, 0, 5, 5)).containsExactly(List.of(), List.of());
    double[] prices = {100, 0.3, 7.77, 12.34, 1e-3};
    double[][] copies = new double[prices.length][];
    Arrays.setAll(copies, i -> shaking(prices[i], 0.01, 2));
    copies[1][50] *= 1 + 1e-7;
    Block block = Block.of(Prices.closes(copies), WINDOW);
    assertThat(Formation.closest(block, 129, 126, 50)).isEmpty();
  }
}
