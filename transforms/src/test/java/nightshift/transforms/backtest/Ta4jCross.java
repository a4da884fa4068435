package nightshift.transforms.backtest;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Position;
import org.ta4j.core.Rule;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeExecutionModel;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.TransformIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * Moving averages that cross, as ta4j trades them: an engine that others wrote.
 *
 * @param fast bars of the fast average
 * @param slow bars of the slow one; nothing is decided before it is defined
 * @param band a fraction, within which nothing changes
 * @param crossings whether a position is taken up at a crossing only, or whenever the fast average
 *     is above
 * @param fills how orders are filled
 */
record Ta4jCross(int fast, int slow, double band, boolean crossings, Fills fills) {

  /** When an order is filled. */
  enum Fills {
    NEXT_OPEN,
    SAME_CLOSE
  }

  /**
   * A position that was closed, or the one that is open at the end.
   *
   * @param entry bar of the fill
   * @param exit bar of the fill; -1 when it is open at the end
   * @param entryPrice of the fill
   * @param exitPrice of the fill; the last close when it is open at the end
   * @param netReturn gain after costs over what the entry cost before costs; NaN when it is open
   */
  record Held(int entry, int exit, double entryPrice, double exitPrice, double netReturn) {}

  /** All positions in the order of their entries. */
  List<Held> trade(SpyQuotes quotes, double costPerSide) {
    BarSeries series = series(quotes);
    Indicator<Num> close = new ClosePriceIndicator(series);
    Indicator<Num> fastMean = new SMAIndicator(close, fast);
    Indicator<Num> slowMean = new SMAIndicator(close, slow);
    Indicator<Num> upper = TransformIndicator.multiply(slowMean, 1 + band);
    Indicator<Num> lower = TransformIndicator.multiply(slowMean, 1 - band);
    Rule enter =
        crossings
            ? new CrossedUpIndicatorRule(fastMean, upper)
            : new OverIndicatorRule(fastMean, upper);
    Rule leave =
        crossings
            ? new CrossedDownIndicatorRule(fastMean, lower)
            : new UnderIndicatorRule(fastMean, lower);
    TradeExecutionModel model =
        fills == Fills.NEXT_OPEN ? new TradeOnNextOpenModel() : new TradeOnCurrentCloseModel();
    BarSeriesManager manager =
        new BarSeriesManager(
            series, new LinearTransactionCostModel(costPerSide), new ZeroCostModel(), model);
    TradingRecord record =
        manager.run(new BaseStrategy(enter, leave, slow - 1), TradeType.BUY, series.numOf(1));
    List<Held> all = new ArrayList<>();
    record.getPositions().forEach(position -> all.add(closed(position)));
    if (record.getCurrentPosition().isOpened()) {
      all.add(open(record.getCurrentPosition(), quotes));
    }
    return all;
  }

  private static Held closed(Position position) {
    double entry = position.getEntry().getPricePerAsset().doubleValue();
    return new Held(
        position.getEntry().getIndex(),
        position.getExit().getIndex(),
        entry,
        position.getExit().getPricePerAsset().doubleValue(),
        position.getProfit().doubleValue() / entry);
  }

  private static Held open(Position position, SpyQuotes quotes) {
    return new Held(
        position.getEntry().getIndex(),
        -1,
        position.getEntry().getPricePerAsset().doubleValue(),
        quotes.closes()[quotes.size() - 1],
        Double.NaN);
  }

  private static BarSeries series(SpyQuotes quotes) {
    List<Bar> bars = new ArrayList<>();
    for (int t = 0; t < quotes.size(); t++) {
      double open = quotes.opens()[t];
      double close = quotes.closes()[t];
      bars.add(
          new BaseBar(
              Duration.ofDays(1),
              quotes.date(t).plusDays(1).atStartOfDay(ZoneOffset.UTC),
              open,
              Math.max(open, close),
              Math.min(open, close),
              close,
              0,
              0,
              0,
              DoubleNum::valueOf));
    }
    return new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum::valueOf).withBars(bars).build();
  }
}
