package nightshift.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nightshift.io.market.Column;
import nightshift.transforms.panel.SymbolBars;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.Returns;
import org.ta4j.core.analysis.Returns.ReturnType;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.criteria.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.pnl.ReturnCriterion;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.TransformIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** Moving averages that cross in ta4j: the same rules, next-open fills and costs. */
final class Ta4j {
  private final List<BarSeries> market = new ArrayList<>();
  private final int first;
  private final int last;

  /**
   * @param numbers which kind of numbers it computes with
   */
  Ta4j(MadeUpPanel panel, Function<Number, Num> numbers) {
    for (SymbolBars bars : panel.panel().symbols()) {
      market.add(series(bars, numbers));
    }
    this.first = panel.window().from() - 1;
    this.last = panel.window().to() - 1;
  }

  /**
   * What ta4j says of one candidate and symbol.
   *
   * @param sharpe from its daily returns, which it knows no criterion for
   */
  record Outcome(double grossReturn, double sharpe, double maxDrawdown, int trades) {}

  private static BarSeries series(SymbolBars bars, Function<Number, Num> numbers) {
    List<Bar> all = new ArrayList<>();
    for (int t = 0; t < bars.length(); t++) {
      double open = bars.column(Column.OPEN)[t];
      double close = bars.column(Column.CLOSE)[t];
      all.add(
          new BaseBar(
              Duration.ofDays(1),
              LocalDate.ofEpochDay(15_000 + bars.days()[t]).atStartOfDay(ZoneOffset.UTC),
              open,
              Math.max(open, close),
              Math.min(open, close),
              close,
              0,
              0,
              0,
              numbers));
    }
    return new BaseBarSeriesBuilder().withNumTypeOf(numbers).withBars(all).build();
  }

  int symbols() {
    return market.size();
  }

  /** Backtests a candidate on one symbol; fast, slow and band are the values. */
  Outcome run(int symbol, double[] values, double cost) {
    BarSeries series = market.get(symbol);
    Indicator<Num> close = new ClosePriceIndicator(series);
    Indicator<Num> fast = new SMAIndicator(close, (int) values[0]);
    Indicator<Num> slow = new SMAIndicator(close, (int) values[1]);
    BaseStrategy strategy =
        new BaseStrategy(
            new OverIndicatorRule(fast, TransformIndicator.multiply(slow, 1 + values[2])),
            new UnderIndicatorRule(fast, TransformIndicator.multiply(slow, 1 - values[2])));
    BarSeriesManager manager =
        new BarSeriesManager(
            series,
            new LinearTransactionCostModel(cost),
            new ZeroCostModel(),
            new TradeOnNextOpenModel());
    TradingRecord record = manager.run(strategy, TradeType.BUY, series.numOf(1), first, last);
    Returns returns = new Returns(series, record, ReturnType.ARITHMETIC);
    return new Outcome(
        new ReturnCriterion().calculate(series, record).doubleValue(),
        sharpe(returns),
        new MaximumDrawdownCriterion().calculate(series, record).doubleValue(),
        record.getPositionCount() + (record.getCurrentPosition().isOpened() ? 1 : 0));
  }

  private double sharpe(Returns returns) {
    double sum = 0;
    double squares = 0;
    for (int t = first + 1; t <= last; t++) {
      double r = returns.getValue(t).doubleValue();
      sum += r;
      squares += r * r;
    }
    int n = last - first;
    double mean = sum / n;
    return mean / Math.sqrt((squares - n * mean * mean) / (n - 1)) * Math.sqrt(252);
  }
}
