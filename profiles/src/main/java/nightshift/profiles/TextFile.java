package nightshift.profiles;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that the user named. */
final class TextFile {
  private static final long MAX_BYTES = 16L << 20;

  private TextFile() {}

  /**
   * The lines of a file in UTF-8.
   *
   * @param what it should be, for messages
   * @throws SettingException when it is not there, too large to be meant, or not text
   */
  static List<String> lines(String what, Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        throw new SettingException(what + " " + path + ": there is no such file");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new SettingException(what + " " + path + ": larger than 16 MB");
      }
      return Files.readAllLines(path);
    } catch (CharacterCodingException e) {
      throw new SettingException(what + " " + path + ": not a text file in UTF-8", e);
    } catch (IOException e) {
      throw new SettingException(what + " " + path + ": cannot be read: " + e, e);
    }
  }
}
