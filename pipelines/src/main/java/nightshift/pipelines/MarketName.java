package nightshift.pipelines;

import java.nio.file.Path;

/**
 * The name by which a market is known over the nights: that of its folder or file, without an
 * ending. The same prices in another kind of store keep it, and so does a market that was moved or
 * has grown.
 */
final class MarketName {
  private MarketName() {}

  static String of(String location) {
    Path file = Path.of(location).getFileName();
    String name = file == null ? location : file.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
