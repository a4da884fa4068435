package nightshift.profiles;

import java.nio.file.Path;

/**
 * Where prices come from and results go to.
 *
 * @param market absolute path of the prices
 * @param research absolute path of the research database, or a JDBC URL
 * @param scratchFolder absolute path of the folder for prices that do not fit into memory
 */
public record Locations(Path market, String research, Path scratchFolder) {

  /** The system property that says where Nightshift is installed; the launcher sets it. */
  public static final String HOME = "nightshift.home";

  /** The locations among the effective settings. */
  public static Locations of(EffectiveSettings settings) {
    String market = settings.get(Settings.MARKET);
    String research = settings.get(Settings.RESEARCH);
    return new Locations(
        market.equals("bundled")
            ? home().resolve("testdata").resolve("market")
            : path(settings, Settings.MARKET),
        research.startsWith("jdbc:") ? research : path(settings, Settings.RESEARCH).toString(),
        scratchFolder(settings));
  }

  /** Beside the research database; in the current folder, where that is on a server. */
  private static Path scratchFolder(EffectiveSettings settings) {
    if (!settings.get(Settings.SCRATCH_FOLDER).equals("beside")) {
      return path(settings, Settings.SCRATCH_FOLDER);
    }
    return settings.get(Settings.RESEARCH).startsWith("jdbc:")
        ? Path.of("").toAbsolutePath()
        : path(settings, Settings.RESEARCH).resolveSibling("");
  }

  /**
   * Where Nightshift is installed, or the current folder when it was not started by its launcher.
   */
  public static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
  }

  private static Path path(EffectiveSettings settings, Setting<String> setting) {
    return Kind.path(setting.kind().allowed())
        .parse(settings.get(setting))
        .orElseThrow(
            () ->
                new SettingException(
                    settings.source(setting).subject(setting)
                        + " must be "
                        + setting.kind().allowed()
                        + ", got '"
                        + settings.get(setting)
                        + "'"));
  }
}
