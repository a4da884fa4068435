package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import nightshift.io.research.PairRow;
import nightshift.transforms.pairs.PairStatistics;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.FormedPair;

/** Makes the rows of the table {@code pairs}. */
final class PairRows {
  private PairRows() {}

  /**
   * Of the pairs that a candidate trades.
   *
   * @param formed formation after formation
   * @param params of the candidate
   */
  static List<PairRow> of(List<FormedPair> formed, String params, Panel panel) {
    List<PairRow> rows = new ArrayList<>(formed.size());
    int rank = 0;
    int last = -1;
    for (FormedPair pair : formed) {
      rank = pair.last() == last ? rank + 1 : 1;
      last = pair.last();
      rows.add(
          row(
              panel.dateOf(pair.from()).toString(),
              panel.dateOf(last).toString(),
              rank,
              pair.first().symbol(),
              pair.second().symbol(),
              "",
              params,
              statistics(pair)));
    }
    return rows;
  }

  private static PairStatistics statistics(FormedPair pair) {
    Bars first = pair.first();
    Bars second = pair.second();
    return PairStatistics.of(
        first.close(),
        first.barFrom(pair.from()),
        second.close(),
        second.barFrom(pair.from()),
        pair.days());
  }

  /** One row; sector and params may be empty. */
  static PairRow row(
      String from,
      String to,
      int rank,
      String first,
      String second,
      String sector,
      String params,
      PairStatistics s) {
    return new PairRow(
        from,
        to,
        rank,
        first,
        second,
        sector,
        params,
        s.distance(),
        s.correlation(),
        s.hedgeRatio(),
        s.intercept(),
        s.adf(),
        s.lags(),
        s.pValue(),
        s.halfLife());
  }
}
