package nightshift.pipelines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.io.gate.GateMode;
import nightshift.io.load.SectorFile;
import nightshift.io.market.Adjust;
import nightshift.io.market.MarketException;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.transforms.FoldSymbols;
import nightshift.transforms.MarketSource;
import nightshift.transforms.PairSearch;
import nightshift.transforms.SymbolSelection;
import nightshift.transforms.pairs.Admission;

/**
 * What a refresh of the pairs would do, from names and metadata: no price bar is read for it.
 *
 * @param formation the symbols that may be in the formation
 * @param settings JSON: what decides which pairs are found
 */
record PairsPlan(
    MarketSource source,
    SymbolSelection selection,
    MarketSurvey market,
    PairSearch search,
    FoldSymbols formation,
    String settings) {

  /** Counts how often the program has changed which pairs come out of the same prices. */
  private static final int RULES = 1;

  private static final double MB = 1 << 20;

  /**
   * Plans a refresh.
   *
   * @throws UsageException when there is nothing to do, with the reason
   */
  static PairsPlan of(EffectiveSettings settings) {
    Research research = Research.of(settings);
    Locations locations = Locations.of(settings);
    String location = locations.market().toString();
    Map<String, String> sectors = sectors(settings.get(PairsCommand.SECTORS));
    MarketSource source =
        new MarketSource(
            location,
            Adjust.valueOf(research.adjust().toUpperCase(Locale.ROOT)),
            ResearchPlan.indexFolder(locations),
            GateMode.valueOf(research.dataGate().toUpperCase(Locale.ROOT)));
    SymbolSelection selection =
        new SymbolSelection(research.symbols(), research.exclude(), research.maxSymbols());
    try {
      MarketSurvey market = MarketSurvey.of(source.market(), selection);
      LocalDate last = ResearchPlan.last(market, research.asOf());
      Map<String, String> deciding = deciding(settings, research, last);
      PairSearch search =
          new PairSearch(
              identity(location, market, deciding, sectors),
              last,
              settings.get(PairsCommand.FORMATION),
              settings.get(PairsCommand.SHORTLIST),
              new Admission(sectors, settings.get(PairsCommand.MIN_CORRELATION)));
      FoldSymbols formation = search.formation(market.slices());
      return new PairsPlan(source, selection, market, search, formation, Json.object(deciding));
    } catch (MarketException | IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Map<String, String> sectors(String file) {
    if (file.equals(PairsCommand.NO_SECTORS)) {
      return Map.of();
    }
    Path path =
        Kind.path("the path of a CSV file")
            .parser()
            .apply(file)
            .orElseThrow(() -> new UsageException("--sectors=" + file + " is no path"));
    try {
      return SectorFile.read(path);
    } catch (IOException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Map<String, String> deciding(
      EffectiveSettings settings, Research research, LocalDate last) {
    Map<String, String> deciding = new TreeMap<>();
    deciding.put("asOf", last.toString());
    deciding.put("adjust", research.adjust());
    deciding.put("dataGate", research.dataGate());
    deciding.put("formation", settings.get(PairsCommand.FORMATION).toString());
    deciding.put("shortlist", settings.get(PairsCommand.SHORTLIST).toString());
    deciding.put("minCorrelation", settings.get(PairsCommand.MIN_CORRELATION).toString());
    deciding.put("sectors", settings.get(PairsCommand.SECTORS));
    return deciding;
  }

  /** The same prices and settings are the same refresh, whatever it costs. */
  private static String identity(
      String location,
      MarketSurvey market,
      Map<String, String> deciding,
      Map<String, String> sectors) {
    return "pairs-"
        + RunIdentity.hash(
            Stream.of(
                    Stream.of("pairs " + RULES, "market " + MarketName.of(location)),
                    deciding.entrySet().stream()
                        .filter(s -> !s.getKey().equals("sectors"))
                        .map(s -> s.getKey() + " " + s.getValue()),
                    new TreeMap<>(sectors).entrySet().stream().map(Object::toString),
                    market.coverage().stream().map(RunIdentity::line))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n")));
  }

  /**
   * Looks whether there is room for the prices and one worker.
   *
   * @throws UsageException when there is not, with the least memory that would do
   */
  void requireFor(PanelRoom room) {
    long least = search.leastBytes(formation, room.choice());
    long there = room.resources().panelBytes();
    if (least > there) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "the pairs of %d symbols need %.1f MB, and %.1f MB of --memory=%d are for prices; the"
                  + " smallest that would do is --memory=%d, or select fewer symbols",
              formation.symbols().size(),
              least / MB,
              there / MB,
              room.resources().memoryMb(),
              room.resources().memoryForPanels(least)));
    }
  }

  PairsJob job(String research) {
    return new PairsJob(
        source, selection, search, MarketName.of(market.location()), settings, research);
  }
}
