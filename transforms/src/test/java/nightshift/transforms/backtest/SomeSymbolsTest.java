package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Room;
import nightshift.transforms.panel.Stretch;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Transfer;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some of a panel's symbols are what a panel of these symbols alone is. */
class SomeSymbolsTest {
  private static final int DAYS = 600;
  private static final Set<Column> COLUMNS = EnumSet.of(Column.OPEN, Column.CLOSE);

  @TempDir Path folder;

  /** Five symbols, each of which begins fifty days after the one before. */
  private static Panel five() {
    Random random = new Random(7);
    Prices prices = new Prices(DAYS);
    for (String symbol : List.of("A", "B", "C", "D", "E")) {
      int first = (symbol.charAt(0) - 'A') * 50;
      double[] bars = new double[2 * (DAYS - first)];
      double price = 100;
      for (int i = 0; i < bars.length; i++) {
        price *= 1 + 0.02 * random.nextGaussian();
        bars[i] = price;
      }
      prices = prices.from(first, symbol, bars);
    }
    return prices.panel();
  }

  private Panel five(boolean inMemory) throws IOException {
    return inMemory ? five() : ScratchPanels.of(five(), folder);
  }

  private static void assertSame(SymbolBars actual, SymbolBars expected, Window window) {
    assertThat(actual.symbol()).isEqualTo(expected.symbol());
    assertThat(bars(actual, window)).isNotEmpty().isEqualTo(bars(expected, window));
  }

  private static List<String> bars(SymbolBars bars, Window window) {
    return IntStream.range(0, bars.length())
        .filter(i -> bars.days()[i] >= window.from() && bars.days()[i] < window.to())
        .mapToObj(
            i ->
                bars.days()[i]
                    + " "
                    + bars.column(Column.OPEN)[i]
                    + " "
                    + bars.column(Column.CLOSE)[i])
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void haveTheBarsOfThemselves(boolean inMemory) throws Exception {
    Panel alone = NaiveStrategies.without(five(), Set.of("A", "C"));
    try (Panel panel = five(inMemory)) {
      Panel some = panel.some(1, 3, 4);
      assertThat(some.size()).isEqualTo(3);
      assertThat(some.days()).isEqualTo(DAYS);
      assertThat(some.isInMemory()).isEqualTo(inMemory);
      for (int day = 0; day < DAYS; day++) {
        assertThat(some.symbolsOn(day)).as("day " + day).isEqualTo(alone.symbolsOn(day));
      }
      Window window = new Window(230, 400);
      List<SymbolBars> all = some.readAll(COLUMNS, Stretch.upTo(window));
      assertThat(all).hasSize(3);
      for (int place = 0; place < 3; place++) {
        SymbolBars expected = alone.symbols().get(place);
        assertThat(some.length(place)).isEqualTo(expected.length());
        Room room = new Room(new Transfer());
        assertSame(some.read(place, COLUMNS, Stretch.upTo(window), room), expected, window);
        assertSame(all.get(place), expected, window);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areTradedAsTheyAreAlone(boolean inMemory) throws Exception {
    Panel alone = NaiveStrategies.without(five(), Set.of("A", "C"));
    Window window = new Window(300, DAYS);
    try (Panel panel = five(inMemory)) {
      for (String name : List.of("rsi_reversal", "xs_momentum")) {
        Strategy strategy = Strategies.named(name);
        List<Values> middle =
            List.of(
                new Values(
                    strategy.parameters(),
                    strategy.parameters().stream().mapToInt(p -> p.size() / 2).toArray()));
        double[] expected = returns(alone, window, strategy, middle);
        assertThat(Arrays.stream(expected).filter(r -> r != 0).count()).as(name).isPositive();
        assertThat(returns(panel.some(1, 3, 4), window, strategy, middle)).isEqualTo(expected);
        assertThat(returns(panel, window, strategy, middle)).isNotEqualTo(expected);
      }
    }
  }

  private static double[] returns(
      Panel panel, Window window, Strategy strategy, List<Values> candidates) {
    return new Backtest(panel, window, strategy, Costs.DEFAULT, new Workbench())
        .search(candidates)
        .returns(0)
        .clone();
  }

  @Test
  void leaveTheOthersOpenWhenTheyAreClosed() throws Exception {
    try (Panel panel = five(false)) {
      panel.some(0, 2).close();
      assertThat(panel.readAll(COLUMNS, Stretch.upTo(new Window(0, DAYS)))).hasSize(5);
    }
  }

  @Test
  void comeInOrder() {
    assertThatThrownBy(() -> five().some(2, 1)).hasMessage("symbols must ascend, but B follows C");
  }
}
