package nightshift.pipelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightshift.io.market.Coverage;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.transforms.SymbolSelection;
import nightshift.transforms.YearSlice;

/**
 * What a market has of the selected symbols, from names and metadata.
 *
 * @param kind what was recognised at the location
 * @param symbols how many symbols the market has, selected or not
 * @param coverage the selected symbols whose metadata can be read; at least one
 * @param unreadable why the others cannot be, a line each
 */
record MarketSurvey(
    String location, String kind, int symbols, List<Coverage> coverage, List<String> unreadable) {

  /**
   * Looks at the selected symbols of a market.
   *
   * @throws UsageException when none is selected, or none can be read
   */
  static MarketSurvey of(Market market, SymbolSelection selection) throws MarketException {
    List<String> names = market.symbols();
    List<String> selected = selection.select(names);
    if (selected.isEmpty()) {
      throw new UsageException(noneSelected(market, selection, names));
    }
    List<Coverage> coverage = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String symbol : selected) {
      try {
        coverage.add(market.coverage(symbol));
      } catch (MarketException e) {
        unreadable.add(e.getMessage());
      }
    }
    if (coverage.isEmpty()) {
      throw new UsageException(
          "none of the "
              + selected.size()
              + " selected symbols of "
              + market.location()
              + " can be read; the first reason: "
              + unreadable.get(0));
    }
    return new MarketSurvey(market.location(), market.kind(), names.size(), coverage, unreadable);
  }

  private static String noneSelected(Market market, SymbolSelection selection, List<String> names) {
    return "none of the "
        + names.size()
        + " symbols of "
        + market.location()
        + " is selected by --symbols="
        + (selection.include().isEmpty() ? "all" : String.join(",", selection.include()))
        + (selection.exclude().isEmpty()
            ? ""
            : " --exclude=" + String.join(",", selection.exclude()))
        + (names.isEmpty() ? "" : "; there is, for example, " + names.get(0));
  }

  /** Day of the earliest bar of all. */
  LocalDate first() {
    return coverage.stream().map(Coverage::first).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Day of the latest bar of all. */
  LocalDate last() {
    return coverage.stream().map(Coverage::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What stands for the stored prices of each symbol. */
  Map<String, Long> contents() {
    return coverage.stream().collect(Collectors.toMap(Coverage::symbol, Coverage::content));
  }

  /** The keys of everything there is. */
  List<YearSlice> slices() {
    List<YearSlice> slices = new ArrayList<>();
    for (Coverage symbol : coverage) {
      for (Map.Entry<Integer, Integer> year : symbol.barsByYear().entrySet()) {
        slices.add(new YearSlice(symbol.symbol(), year.getKey(), year.getValue()));
      }
    }
    return slices;
  }
}
