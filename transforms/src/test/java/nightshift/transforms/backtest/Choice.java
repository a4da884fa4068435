package nightshift.transforms.backtest;

import java.util.HashMap;
import java.util.Map;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/** Parameters by name. */
record Choice(Map<String, Double> values) {

  static Choice of(Strategy strategy, Values values) {
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < strategy.parameters().size(); i++) {
      var parameter = strategy.parameters().get(i);
      byName.put(parameter.name(), parameter.value(values.index(i)));
    }
    return new Choice(byName);
  }

  double real(String name) {
    return values.get(name);
  }

  int whole(String name) {
    return values.get(name).intValue();
  }
}
