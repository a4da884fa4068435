package nightshift.profiles;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A list of symbols or globs in a file, a line or a comma apart; {@code #} begins a comment. */
final class SymbolFile {
  private SymbolFile() {}

  /** The names, with the contents of the file in the place of each {@code @FILE}. */
  static List<String> expandAll(List<String> names) {
    return names.stream()
        .flatMap(name -> name.startsWith("@") ? read(name.substring(1)).stream() : Stream.of(name))
        .distinct()
        .toList();
  }

  private static List<String> read(String file) {
    Path path =
        Kind.absolute(file).orElseThrow(() -> new SettingException("no file is named after the @"));
    return symbols(path, TextFile.lines("symbol list", path));
  }

  private static List<String> symbols(Path path, List<String> lines) {
    List<String> symbols =
        lines.stream()
            .flatMap(line -> Stream.of(line.replaceFirst("#.*", "").split(",")))
            .map(String::strip)
            .filter(symbol -> !symbol.isEmpty())
            .toList();
    if (symbols.isEmpty()) {
      throw new SettingException("symbol list " + path + ": no symbol in it");
    }
    return symbols;
  }
}
