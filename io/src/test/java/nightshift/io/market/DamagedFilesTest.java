package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a file is damaged, it is read or refused: no other exception, no memory used up. */
class DamagedFilesTest {
  private static final int TRIALS = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void refusesDamageInPlainWords(CompressionCodecName codec) throws Exception {
    refusesDamage(codec, ParquetSample.manySymbols());
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void refusesDamageOfAFileOfOneSymbol(CompressionCodecName codec) throws Exception {
    refusesDamage(codec, ParquetSample.oneSymbol());
  }

  private void refusesDamage(CompressionCodecName codec, ParquetSample sample) throws Exception {
    List<StoredBar> rows = SampleBars.rowsOf("AAPL").subList(0, 200);
    Path file = folder.resolve("prices.parquet");
    WriterVersion version =
        codec.ordinal() % 2 == 0 ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0;
    sample.codec(codec).version(version).groupRows(90).write(file, rows);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    int refused = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      refused += isRefused(file) ? 1 : 0;
    }
    assertThat(refused).isBetween(TRIALS / 10, TRIALS);
  }

  private static boolean isRefused(Path file) {
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      for (String symbol : market.symbols()) {
        market.read(symbol, EnumSet.allOf(Column.class), LocalDate.MIN, LocalDate.MAX);
        market.coverage(symbol);
      }
      return false;
    } catch (MarketException clear) {
      assertThat(clear.getMessage()).contains(file.getParent().toString()).doesNotContain("\n");
      return true;
    }
  }
}
