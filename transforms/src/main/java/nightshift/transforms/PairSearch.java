package nightshift.transforms;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nightshift.io.market.Column;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.pairs.Admission;
import nightshift.transforms.pairs.NearestPairs;
import nightshift.transforms.pairs.PricePaths;
import nightshift.transforms.walkforward.Fold;

/**
 * Which pairs a refresh looks for: everything that decides them besides the prices.
 *
 * @param id the refresh, a hash of what decides what it finds
 * @param last the last day that is looked at
 * @param days how many trading days the formation has
 * @param shortlist how many of the closest pairs that are admitted are tested
 */
public record PairSearch(String id, LocalDate last, int days, int shortlist, Admission admission)
    implements Serializable {

  /**
   * The days that are read so that as many trading days are among them: a year is taken to have 250
   * of them, and ten days are added. All of it in the form of a fold that ends with the last day.
   */
  private Fold fold() {
    return new Fold(
        last.getYear(), last.minusDays(days * 366L / 250 + 10), last.minusDays(1), last, last);
  }

  /**
   * The days and the symbols that may have bars in them.
   *
   * @throws IllegalArgumentException when there are none
   */
  public FoldSymbols formation(Collection<YearSlice> slices) {
    return UnitPlan.of(List.of(fold()), slices, closes()).folds().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no selected symbol has a bar from " + fold().trainFrom() + " to " + last));
  }

  /** Asks for closes, and for nothing before the fold's first day; nothing is evolved. */
  private Search closes() {
    return new Search(
        id,
        "",
        List.of(),
        0,
        List.of(Column.CLOSE),
        List.of(),
        0,
        0,
        Costs.DEFAULT,
        new EvolutionSettings(2, 1, 1),
        1,
        1,
        0);
  }

  /** The prices of a formation. */
  PanelRequest request(MarketSource source, FoldSymbols formation) {
    return new PanelRequest(source, formation, closes());
  }

  /** How many bytes a worker takes besides the panel. */
  private long working(FoldBytes sizes) {
    int symbols = sizes.fold().symbols().size();
    return sizes.stream()
        + PricePaths.bytes(symbols, days)
        + NearestPairs.bytes(symbols, shortlist);
  }

  /** What a worker takes besides the panel, for a lease. */
  Panels.Working working() {
    return (sizes, keeping) -> working(sizes);
  }

  /** The least that the panel and a worker take together. */
  public long leastBytes(FoldSymbols formation, Keeping.Choice choice) {
    FoldBytes sizes = new FoldBytes(formation, closes());
    long memory = sizes.panel(Keeping.MEMORY);
    long scratch = sizes.panel(Keeping.SCRATCH);
    long panel =
        switch (choice) {
          case ALWAYS -> scratch;
          case NEVER -> memory;
          case AUTO -> Math.min(memory, scratch);
        };
    return panel + working(sizes);
  }
}
