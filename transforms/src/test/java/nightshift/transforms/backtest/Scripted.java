package nightshift.transforms.backtest;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/** Wants what a script says; its one parameter tells candidates apart. */
record Scripted(Strategy.Scope scope, Script script) implements Strategy {
  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.whole("candidate", 0, 999, 1));

  /** Says what a candidate wants of a symbol at the close of a day; NaN: what it wanted before. */
  interface Script {
    double weight(int candidate, String symbol, int day);
  }

  static Values candidate(int number) {
    return new Values(PARAMETERS, number);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public double[] textbook() {
    return new double[] {0};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    for (Bars bars : block) {
      for (int bar = bars.first(); bar < bars.length(); bar++) {
        double weight = script.weight(values.index(0), bars.symbol(), bars.days()[bar]);
        if (!Double.isNaN(weight)) {
          targets.set(bars, bar, weight);
        }
      }
    }
  }
}
