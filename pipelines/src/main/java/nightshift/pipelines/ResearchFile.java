package nightshift.pipelines;

import java.nio.file.Path;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Locations;

/** The research database of the settings, for commands that read a file. */
final class ResearchFile {
  private ResearchFile() {}

  /**
   * Its absolute path; it need not be there.
   *
   * @throws UsageException when it is on a server
   */
  static Path of(EffectiveSettings settings) {
    String research = Locations.of(settings).research();
    if (research.startsWith("jdbc:")) {
      throw new UsageException(
          "--research=" + research + " is on a server; this command reads an SQLite file");
    }
    return Path.of(research);
  }
}
