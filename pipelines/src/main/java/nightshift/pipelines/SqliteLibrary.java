package nightshift.pipelines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * SQLite's native library as the build has laid it out beside the jars. From its jar the driver
 * would write it into the temporary folder at each start, compare it byte by byte, and ask another
 * program which system this is.
 */
final class SqliteLibrary {
  private static final String PATH = "org.sqlite.lib.path";

  /** The driver's names of what Java calls them. */
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x86_64", "aarch64", "aarch64");

  private SqliteLibrary() {}

  /**
   * Tells the driver where the library is, if there is one for this machine and nothing else was
   * told already. One that cannot be loaded does no harm: the driver turns to its jar.
   */
  static void use() {
    String home = System.getProperty("nightshift.home");
    if (home != null && System.getProperty(PATH) == null) {
      folder(Path.of(home), System.getProperty("os.name"), System.getProperty("os.arch"))
          .ifPresent(folder -> System.setProperty(PATH, folder.toString()));
    }
  }

  static Optional<Path> folder(Path home, String system, String processor) {
    return Optional.ofNullable(PROCESSORS.get(processor))
        .map(
            name ->
                home.resolve("pipelines/target/native/org/sqlite/native/" + system).resolve(name))
        .filter(folder -> Files.exists(folder.resolve(System.mapLibraryName("sqlitejdbc"))));
  }
}
