package nightshift.io.market;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of files and folders say in a folder of Parquet files. */
final class ParquetNames {
  private static final String CODEC =
      "snappy|gz|gzip|zstd|zst|lz4|lz4_raw|brotli|uncompressed|none";
  private static final Pattern FILE =
      Pattern.compile(
          "(.+?)(?:\\.(?:" + CODEC + "))?\\.(?:parquet|parq|pq)(?:\\.(?:" + CODEC + "))?",
          Pattern.CASE_INSENSITIVE);

  /** Names that Spark, DuckDB, Polars and Dask give to the parts of one table. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:part|data|chunk|file|batch)[-_.]?\\d.*|0|00\\d*|[0-9a-f]{8}-[0-9a-f]{4}-.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARTITION = Pattern.compile("([^=]+)=(.*)");

  /** Escapes in a row may be the bytes of one character. */
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private ParquetNames() {}

  /** One level of a Hive-partitioned folder, {@code symbol=AAPL}, with escapes resolved. */
  record Partition(String key, String value) {}

  /** Whether a file may be Parquet by its name; hidden files and {@code _SUCCESS} are not. */
  static boolean isParquet(Path file) {
    return stem(file).isPresent();
  }

  /** The name of a Parquet file without its endings and escapes: the symbol it has bars of. */
  static Optional<String> stem(Path file) {
    String name = file.getFileName().toString();
    Matcher matcher = FILE.matcher(name);
    if (name.startsWith(".") || name.startsWith("_") || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(unescaped(matcher.group(1)));
  }

  /** Whether a file is named like a part of a table, rather than after a symbol. */
  static boolean isPart(Path file) {
    return stem(file).filter(stem -> PART.matcher(stem).matches()).isPresent();
  }

  /** The partition that a folder is, if it is one. */
  static Optional<Partition> partition(Path folder) {
    Matcher matcher = PARTITION.matcher(folder.getFileName().toString());
    return matcher.matches()
        ? Optional.of(new Partition(unescaped(matcher.group(1)), unescaped(matcher.group(2))))
        : Optional.empty();
  }

  /** Resolves {@code %5E} and the like; a percent sign that begins no escape stays. */
  private static String unescaped(String name) {
    return ESCAPES
        .matcher(name)
        .replaceAll(
            run ->
                Matcher.quoteReplacement(URLDecoder.decode(run.group(), StandardCharsets.UTF_8)));
  }
}
