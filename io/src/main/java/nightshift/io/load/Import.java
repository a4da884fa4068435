package nightshift.io.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.io.market.Adjust;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.Markets;

/**
 * Brings prices into a market store: from CSV files in a folder, an archive or one file, or from a
 * market store of another kind. The store at the target is replaced when all is read, and not
 * before; what was left out, and why, is in the summary.
 */
public final class Import {
  private final Path to;
  private final ImportProgress progress;
  private final Tally tally = new Tally();

  private Import(Path to, ImportProgress progress) {
    this.to = to;
    this.progress = progress;
  }

  /** As {@link #run(Path, Path, ImportOptions, ImportProgress)}, with the defaults. */
  public static ImportSummary run(Path from, Path to, ImportProgress progress)
      throws MarketException {
    return run(from, to, ImportOptions.DEFAULT, progress);
  }

  /**
   * @param from CSV files, or a market store; recognised by looking
   * @param to see {@link MarketWriter#to}
   * @throws MarketException when there is nothing to import or the target cannot be written; the
   *     target is as it was
   */
  public static ImportSummary run(
      Path from, Path to, ImportOptions options, ImportProgress progress) throws MarketException {
    try {
      requireApart(from, to);
      if (isStore(from)) {
        try (Market market = openMarket(from)) {
          return run(market, to, progress);
        }
      }
      return new Import(to, progress)
          .fill(from, (writer, it) -> CsvImport.run(from, options, writer, it.tally, it.progress));
    } catch (IOException e) {
      throw Replacement.failure("cannot read " + from, e);
    }
  }

  /** As {@link #run(Path, Path, ImportProgress)}, from a store that is open already. */
  public static ImportSummary run(Market from, Path to, ImportProgress progress)
      throws MarketException {
    try {
      return new Import(to, progress)
          .fill(
              Path.of(from.location()),
              (writer, it) -> MarketImport.run(from, writer, it.tally, it.progress));
    } catch (IOException e) {
      throw Replacement.failure("cannot read " + from.location(), e);
    }
  }

  private interface Filler {
    void fill(MarketWriter writer, Import it) throws IOException;
  }

  private ImportSummary fill(Path from, Filler filler) throws IOException {
    try (MarketWriter writer = MarketWriter.to(to)) {
      filler.fill(writer, this);
      if (tally.symbols == 0) {
        throw new MarketException(
            "no prices found in " + from + firstReason() + "; " + to + " is left as it was");
      }
      ImportSummary summary = ImportSummary.of(from, to, tally);
      writer.commit();
      return summary;
    }
  }

  private String firstReason() {
    return Stream.concat(
            tally.files.stream().map(file -> file.name() + ": " + file.reason()),
            tally.setAside.values().stream().map(b -> b.rule() + ": " + b.example()))
        .findFirst()
        .map(reason -> " (" + reason + ")")
        .orElse("");
  }

  private static void requireApart(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      throw new MarketException("there is nothing at " + from + "; check --from");
    }
    if (!Files.isRegularFile(from) && !Files.isDirectory(from)) {
      throw new MarketException(from + " is neither a file nor a folder; check --from");
    }
    Path source = from.toRealPath();
    Path target = Files.exists(to) ? to.toRealPath() : to.toAbsolutePath().normalize();
    if (target.startsWith(source) || source.startsWith(target)) {
      throw new MarketException(
          to + " and " + from + " must not lie within each other; name another place with --to");
    }
  }

  /** Whether these are prices in a store, and not CSV files. */
  private static boolean isStore(Path from) throws IOException {
    if (!Files.isDirectory(from)) {
      return isStoreFile(from);
    }
    try (Stream<Path> tree = Files.walk(from)) {
      Set<String> endings =
          tree.map(path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
              .map(name -> name.substring(name.lastIndexOf('.') + 1))
              .collect(Collectors.toSet());
      return endings.contains("parquet") && !endings.contains("csv");
    }
  }

  private static boolean isStoreFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(15), StandardCharsets.ISO_8859_1);
      return start.startsWith("PAR1") || start.equals("SQLite format 3");
    }
  }

  /** Prices are adjusted on the way: the new store has them as they are to be used. */
  private static Market openMarket(Path from) throws MarketException {
    return Markets.open(from.toString(), Adjust.AUTO);
  }
}
