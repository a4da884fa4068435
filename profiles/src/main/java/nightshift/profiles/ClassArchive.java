package nightshift.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The file in which Java keeps the program's classes ready to use from one start to the next (class
 * data sharing). Its name says for which Java and for which jars it is good: another Java, or a new
 * build, has another archive.
 *
 * @param file name without a folder, of letters, digits and {@code . _ + -}
 */
record ClassArchive(String file) {

  /**
   * The archive that belongs to an installation and to the Java that runs this.
   *
   * @param home the folder of the launcher
   * @return empty when there are no jars to be seen
   */
  static Optional<ClassArchive> of(Path home) {
    Path target = home.resolve("pipelines/target");
    CRC32 state = new CRC32();
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      List<Path> jars = new ArrayList<>(libraries.sorted().toList());
      jars.add(target.resolve("nightshift.jar"));
      for (Path jar : jars) {
        BasicFileAttributes is = Files.readAttributes(jar, BasicFileAttributes.class);
        String line = jar + " " + is.size() + " " + is.lastModifiedTime() + "\n";
        state.update(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException | UncheckedIOException e) {
      // Then there is nothing to keep; the program itself says what it misses.
      return Optional.empty();
    }
    return Optional.of(
        new ClassArchive(
            String.format("%s-%08x.jsa", Runtime.version().toString(), state.getValue())));
  }

  /** The words for the launcher: the file, and the flags that go with it. */
  List<String> words(int java) {
    List<String> words = new ArrayList<>();
    words.add("archive=" + file);
    // An archive that does not fit is no news: Java goes on without it.
    words.add(java >= 24 ? "-Xlog:aot*=off" : "-Xlog:cds*=off");
    // Otherwise Java moves the whole archive to a random address, which takes as long as it saves.
    words.add("-XX:+UnlockDiagnosticVMOptions");
    words.add("-XX:ArchiveRelocationMode=0");
    return words;
  }
}
