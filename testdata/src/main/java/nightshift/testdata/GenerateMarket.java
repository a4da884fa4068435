package nightshift.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;

/**
 * Makes a market up and writes it as a store. The same arguments give the same bars to the bit.
 * Memory is that of one symbol and the shared factors, whatever the number of symbols.
 */
public final class GenerateMarket {
  private GenerateMarket() {}

  /** See {@link MarketArguments} for the options. Exits with 2 when one is wrong. */
  public static void main(String[] arguments) throws IOException {
    MarketArguments market;
    try {
      market = MarketArguments.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    generate(market);
    System.out.println(market.symbols() + " symbols written to " + market.to().toAbsolutePath());
  }

  /** Writes the store, and the sectors of its symbols if a path for them is given. */
  static void generate(MarketArguments market) throws IOException {
    Factors factors = Factors.of(market.seed(), market.sessions());
    try (MarketWriter writer = MarketWriter.to(market.to())) {
      for (Listing listing : listings(market, factors)) {
        writer.write(bars(market, listing, factors));
      }
      writer.commit();
    }
    if (market.sectors().isPresent()) {
      writeSectors(market.sectors().get(), listings(market, factors));
    }
  }

  /** In the order of their symbols, so that every store is written front to back. */
  private static List<Listing> listings(MarketArguments market, Factors factors) {
    return IntStream.range(0, market.symbols())
        .mapToObj(number -> Listing.of(market.seed(), number, factors.days().length))
        .sorted((a, b) -> a.symbol().compareTo(b.symbol()))
        .toList();
  }

  private static SymbolBars bars(MarketArguments market, Listing listing, Factors factors) {
    SymbolBars bars = BarMaker.bars(market.seed(), listing, factors);
    return market.dirty() ? Dirt.on(listing.number(), bars) : bars;
  }

  private static void writeSectors(Path file, List<Listing> listings) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("symbol,sector");
    for (Listing listing : listings) {
      String sector = listing.number() == 0 ? "Index" : Factors.SECTORS.get(listing.sector());
      lines.add(listing.symbol() + "," + sector);
    }
    Files.write(file, lines);
  }
}
