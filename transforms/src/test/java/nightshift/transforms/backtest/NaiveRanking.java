package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nightshift.transforms.panel.Window;

/** The momentum across symbols, as its description says: all are sorted at every ranking. */
final class NaiveRanking {
  private NaiveRanking() {}

  private record Ranked(int symbol, double past) {}

  static List<double[]> momentum(
      List<NaiveBars> symbols, Window window, Choice choice, Doubt doubt) {
    List<double[]> wishes = symbols.stream().map(NaiveBars::noWish).toList();
    for (int day = window.from() - 1; day < window.to(); day += choice.whole("holding")) {
      List<Integer> winners = winners(symbols, day, choice, doubt);
      for (int i = 0; i < symbols.size(); i++) {
        int t = symbols.get(i).onOrAfter(day);
        if (t < symbols.get(i).length()) {
          wishes.get(i)[t] = winners.contains(i) ? 1.0 / winners.size() : 0;
        }
      }
    }
    return wishes;
  }

  private static List<Integer> winners(
      List<NaiveBars> symbols, int day, Choice choice, Doubt doubt) {
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      int last = symbols.get(i).on(day) - choice.whole("skip");
      int first = last - choice.whole("formation");
      if (symbols.get(i).on(day) >= 0 && first >= 0) {
        double[] close = symbols.get(i).close();
        ranked.add(new Ranked(i, close[last] / close[first] - 1));
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::past).reversed());
    int many = (int) Math.max(1, Math.round(choice.real("top") * ranked.size()));
    if (many < ranked.size()) {
      doubt.above(ranked.get(many - 1).past(), ranked.get(many).past());
    }
    return ranked.stream().limit(many).map(Ranked::symbol).toList();
  }
}
