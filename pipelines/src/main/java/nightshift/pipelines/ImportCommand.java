package nightshift.pipelines;

import java.nio.file.Path;
import java.util.List;
import nightshift.io.load.Import;
import nightshift.io.load.ImportSummary;
import nightshift.io.market.MarketException;
import nightshift.profiles.Kind;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Brings prices into a market store, and says what was taken and what was set aside. */
final class ImportCommand implements Command {
  private static final Setting<Path> FROM =
      new Setting<>(
          "from",
          SettingGroup.COMMAND,
          Kind.path("a folder, file or archive with prices"),
          "",
          "",
          "CSV files (a folder, an archive, one file), or a market store.");
  private static final Setting<Path> TO =
      new Setting<>(
          "to",
          SettingGroup.COMMAND,
          Kind.path("a path"),
          "",
          "",
          "The store: SQLite if it ends in .db or .sqlite, else a folder of Parquet files.");

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return "Brings prices from CSV files or another store into a market store.";
  }

  @Override
  public List<Setting<?>> shared() {
    return List.of(Settings.STRICT, Settings.VERBOSE);
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(FROM, TO);
  }

  @Override
  public int run(Context context) throws MarketException {
    ImportSummary summary = load(context);
    summary.lines().forEach(context.out()::println);
    boolean clean = summary.setAside().isEmpty() && summary.filesAside().isEmpty();
    return clean || !context.settings().get(Settings.STRICT) ? DONE : NOT_CLEAN;
  }

  /** What is found wrong before anything is read is a wrong call; after that the import failed. */
  private static ImportSummary load(Context context) throws MarketException {
    try (ImportBar bar = new ImportBar(context.err())) {
      try {
        return Import.run(context.settings().get(FROM), context.settings().get(TO), bar);
      } catch (MarketException e) {
        if (bar.hasBegun()) {
          throw e;
        }
        throw new UsageException(e.getMessage(), e);
      }
    }
  }
}
