package nightshift.transforms.strategy;

import nightshift.io.market.Column;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;

/**
 * What a strategy sees of one symbol. Bars are numbered from 0; only indices below {@link
 * #length()} may be looked at, whatever the arrays' own length. An instance belongs to one worker.
 */
public final class Bars {
  private final SymbolBars bars;
  private final int index;
  private final int first;
  private final int length;
  private final IndicatorMemo memo;

  Bars(SymbolBars bars, int index, Window window, IndicatorMemo memo) {
    this.bars = bars;
    this.index = index;
    this.memo = memo;
    this.first = Math.max(0, bars.firstBarFrom(window.from()) - 1);
    this.length = bars.firstBarFrom(window.to());
  }

  public String symbol() {
    return bars.symbol();
  }

  /** This symbol's place in its block, from 0. */
  public int index() {
    return index;
  }

  /**
   * The first bar at whose close something can be decided: the last one before the traded days, so
   * that the first of them opens with a position; 0 where the symbol has none before.
   */
  public int first() {
    return first;
  }

  /** How many bars there are to look at; the last is the last traded one. */
  public int length() {
    return length;
  }

  /** Opens; NaN where there is none. */
  public double[] open() {
    return bars.column(Column.OPEN);
  }

  public double[] high() {
    return bars.column(Column.HIGH);
  }

  public double[] low() {
    return bars.column(Column.LOW);
  }

  /** Closes; every one is finite and positive. */
  public double[] close() {
    return bars.column(Column.CLOSE);
  }

  /** Volumes; NaN where there is none. */
  public double[] volume() {
    return bars.column(Column.VOLUME);
  }

  /** For each bar, its day as an index into the calendar that all symbols of the panel share. */
  public int[] days() {
    return bars.days();
  }

  /** The index of the last bar on or before a day of the calendar; -1 if there is none. */
  public int barAt(int day) {
    return Math.min(bars.firstBarFrom(day + 1), length) - 1;
  }

  /** The index of the first bar on or after a day of the calendar; {@link #length()} if none. */
  public int barFrom(int day) {
    return Math.min(bars.firstBarFrom(day), length);
  }

  /** The first bar at which indicators have values: the one before {@link #first()}. */
  int earliest() {
    return Math.max(0, first - 1);
  }

  /** The indicators that were asked for so far. */
  IndicatorMemo memo() {
    return memo;
  }
}
