package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightshift.io.research.UnitKey;
import nightshift.transforms.walkforward.Fold;
import org.junit.jupiter.api.Test;

class UnitPlanTest {
  private static final Fold OLD = Searches.fold(2011, "2010-01-01", "2010-12-24", "2011-12-31");
  private static final Fold NEW = Searches.fold(2012, "2011-01-01", "2011-12-24", "2012-12-31");

  private static List<YearSlice> years(String symbol, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(year -> new YearSlice(symbol, year, 250))
        .toList();
  }

  private static UnitPlan plan(int warmUp) {
    List<YearSlice> slices = new ArrayList<>(years("LATE", 2012, 2012));
    slices.addAll(years("ALL", 2005, 2013));
    slices.addAll(years("GONE", 2005, 2010));
    slices.addAll(years("LONG_GONE", 2005, 2008));
    return UnitPlan.of(
        List.of(OLD, NEW), slices, Searches.search(List.of("one", "two"), 2, warmUp));
  }

  @Test
  void aFoldHasTheSymbolsThatLiveInIt() {
    assertThat(plan(0).folds()).extracting(FoldSymbols::fold).containsExactly(NEW, OLD);
    assertThat(plan(0).folds().get(0).symbols()).containsExactly("ALL", "LATE");
    assertThat(plan(0).folds().get(1).symbols()).containsExactly("ALL", "GONE");
  }

  @Test
  void theBarsAreThoseOfTheFoldsYearsAndOfTheWarmUp() {
    // Ten days of the year before are always warm-up.
    assertThat(plan(0).folds().get(1).bars()).isEqualTo(250 * (3 + 2));
    assertThat(plan(252).folds().get(1).bars()).isEqualTo(250 * (4 + 3));
  }

  @Test
  void everyUnitIsThereOnceFoldByFold() {
    UnitPlan plan = plan(0);
    List<Unit> units = IntStream.range(0, plan.size()).mapToObj(plan::get).toList();
    assertThat(units).hasSize(8).doesNotHaveDuplicates();
    assertThat(units.subList(0, 4)).allMatch(unit -> unit.fold().fold().equals(NEW));
    assertThat(units.get(5)).hasToString("one, fold 2011, island 1");
  }

  private static List<Unit> units(UnitPlan plan) {
    return IntStream.range(0, plan.size()).mapToObj(plan::get).toList();
  }

  @Test
  void whatIsDoneIsLeftOutAndTheRestKeepsItsOrder() {
    UnitPlan plan = plan(0);
    Set<UnitKey> done = Set.of(plan.get(1).key(), plan.get(6).key());
    UnitPlan left = plan.without(done);
    assertThat(units(left))
        .hasSize(6)
        .isSubsetOf(units(plan))
        .extracting(Unit::key)
        .doesNotContainAnyElementsOf(done);
    assertThat(left.get(1)).isEqualTo(plan.get(2));
    assertThat(left.folds()).isEqualTo(plan.folds());
    assertThat(left.without(Set.copyOf(units(plan).stream().map(Unit::key).toList())).size())
        .isZero();
  }

  @Test
  void aShuffledPlanHasTheSameUnits() {
    UnitPlan plan = plan(0);
    assertThat(units(plan.shuffled(3)))
        .containsExactlyInAnyOrderElementsOf(units(plan))
        .isNotEqualTo(units(plan))
        .isEqualTo(units(plan.shuffled(3)));
  }

  @Test
  void everyUnitHasARandomStreamOfItsOwnThatIsAlwaysTheSame() {
    UnitPlan plan = plan(0);
    Set<Long> seeds =
        IntStream.range(0, plan.size())
            .mapToObj(i -> plan.get(i).seed(42))
            .collect(Collectors.toSet());
    assertThat(seeds).hasSize(8);
    assertThat(plan.get(0).seed(43)).isNotEqualTo(plan.get(0).seed(42));
    assertThat(plan(252).get(0).seed(42)).isEqualTo(plan.get(0).seed(42));
  }

  @Test
  void aFoldWithoutSymbolsIsLeftOut() {
    UnitPlan plan =
        UnitPlan.of(
            List.of(OLD, NEW), years("GONE", 2005, 2010), Searches.search(List.of("one"), 1, 0));
    assertThat(plan.folds()).extracting(FoldSymbols::fold).containsExactly(OLD);
  }
}
