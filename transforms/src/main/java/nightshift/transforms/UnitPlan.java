package nightshift.transforms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nightshift.io.research.UnitKey;
import nightshift.transforms.walkforward.Fold;

/**
 * The units of a run that are to be done, in the order in which they are worked on: fold by fold,
 * so that those which share prices come together, the latest fold first, for it is the one that is
 * traded by.
 *
 * @param folds the latest first; those without symbols are left out
 * @param places which of folds x strategies x islands, counted in this order from 0, are to be
 *     done, and in which order
 */
public record UnitPlan(
    List<FoldSymbols> folds, List<String> strategies, int islands, List<Integer> places)
    implements Serializable {

  public UnitPlan {
    folds = List.copyOf(folds);
    strategies = List.copyOf(strategies);
    places = List.copyOf(places);
  }

  /** All units. */
  public UnitPlan(List<FoldSymbols> folds, List<String> strategies, int islands) {
    this(
        folds,
        strategies,
        islands,
        IntStream.range(
                0, Math.multiplyExact(folds.size(), Math.multiplyExact(strategies.size(), islands)))
            .boxed()
            .toList());
  }

  /** Lays out the units over what the market has. */
  public static UnitPlan of(Collection<Fold> folds, Collection<YearSlice> slices, Search search) {
    Map<Integer, List<YearSlice>> byYear = new TreeMap<>();
    // A slice that came from another step has a name of its own; the folds share one.
    Map<String, String> names = new HashMap<>();
    for (YearSlice slice : slices) {
      String name = names.computeIfAbsent(slice.symbol(), known -> known);
      byYear
          .computeIfAbsent(slice.year(), year -> new ArrayList<>())
          .add(new YearSlice(name, slice.year(), slice.bars()));
    }
    List<FoldSymbols> filled =
        folds.stream()
            .sorted(Comparator.comparing(Fold::testFrom).reversed())
            .map(fold -> fill(fold, byYear, search.warmUp()))
            .filter(fold -> !fold.symbols().isEmpty())
            .toList();
    return new UnitPlan(filled, search.strategies(), search.islands());
  }

  private static FoldSymbols fill(Fold fold, Map<Integer, List<YearSlice>> byYear, int warmUp) {
    int testYear = fold.testFrom().getYear();
    TreeSet<String> symbols = new TreeSet<>();
    for (int year = fold.trainFrom().getYear(); year <= fold.testTo().getYear(); year++) {
      byYear.getOrDefault(year, List.of()).forEach(slice -> symbols.add(slice.symbol()));
    }
    long bars = 0;
    long trained = 0;
    long tested = 0;
    for (int year = fold.warmUpFrom(warmUp).getYear(); year <= fold.testTo().getYear(); year++) {
      long ofYear = 0;
      for (YearSlice slice : byYear.getOrDefault(year, List.of())) {
        ofYear += symbols.contains(slice.symbol()) ? slice.bars() : 0;
      }
      bars += ofYear;
      trained +=
          year >= fold.trainFrom().getYear() && year <= fold.trainTo().getYear() ? ofYear : 0;
      tested += year >= testYear ? ofYear : 0;
    }
    return new FoldSymbols(fold, List.copyOf(symbols), bars, Math.max(trained, tested));
  }

  /** Those that are left when some have been done. */
  public UnitPlan without(Set<UnitKey> done) {
    return new UnitPlan(
        folds,
        strategies,
        islands,
        places.stream().filter(place -> !done.contains(at(place).key())).toList());
  }

  /**
   * The same units in an order drawn from a seed. No result depends on the order; this is how tests
   * show it.
   */
  UnitPlan shuffled(long seed) {
    List<Integer> drawn = new ArrayList<>(places);
    Collections.shuffle(drawn, new Random(seed));
    return new UnitPlan(folds, strategies, islands, drawn);
  }

  /** How many units are to be done. */
  public int size() {
    return places.size();
  }

  /** The unit that comes at a turn from 0 to {@link #size()} - 1. */
  public Unit get(int turn) {
    return at(places.get(turn));
  }

  private Unit at(int place) {
    int perFold = strategies.size() * islands;
    int inFold = place % perFold;
    return new Unit(folds.get(place / perFold), strategies.get(inFold / islands), inFold % islands);
  }
}
