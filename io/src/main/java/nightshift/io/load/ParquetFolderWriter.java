package nightshift.io.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nightshift.io.market.MarketException;
import nightshift.io.parquet.Codecs;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * A folder with one file {@code SYMBOL.parquet} per symbol (see {@link SymbolFileName}): columns
 * date, open, high, low, close, volume and, where the source has it, adj_close; sorted by date.
 *
 * <p>A file is one row group. A page has about four years of one column, so that the pages of the
 * years a reader does not want can be skipped; smaller ones would cost more than they save.
 */
final class ParquetFolderWriter implements MarketWriter {
  private static final int PAGE_ROWS = 1_000;

  private static final ParquetReadOptions PLAIN =
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

  private final Replacement replacement;

  ParquetFolderWriter(Path target) throws MarketException {
    requireReplaceable(target);
    replacement = Replacement.of(target);
    try {
      Files.createDirectory(replacement.store());
    } catch (IOException e) {
      replacement.close();
      throw Replacement.failure("cannot create the folder " + replacement.store(), e);
    }
  }

  @Override
  public void write(SymbolBars bars) throws MarketException {
    Path file = replacement.store().resolve(SymbolFileName.of(bars.symbol()));
    try (ParquetWriter<Integer> writer = new Builder(file, bars).build()) {
      for (int bar = 0; bar < bars.size(); bar++) {
        writer.write(bar);
      }
    } catch (IOException e) {
      throw Replacement.failure("cannot write " + bars.symbol() + " to " + file, e);
    }
  }

  /** Where capital letters count for nothing, two symbols may have one file. */
  @Override
  public Optional<String> refusal(String symbol) {
    try {
      Path file = replacement.store().resolve(SymbolFileName.of(symbol));
      return Files.exists(file)
          ? Optional.of("another symbol has the file %s already".formatted(file.getFileName()))
          : Optional.empty();
    } catch (IllegalArgumentException impossible) {
      return Optional.of(impossible.getMessage());
    }
  }

  @Override
  public Path scratch() {
    return replacement.scratch();
  }

  @Override
  public void commit() throws MarketException {
    replacement.commit();
  }

  @Override
  public void close() throws MarketException {
    replacement.close();
  }

  private static void requireReplaceable(Path target) throws MarketException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> entries = Files.list(target)) {
      for (Path entry : entries.toList()) {
        if (!isOurs(entry)) {
          throw new MarketException(
              target
                  + " has "
                  + entry.getFileName()
                  + " in it, which no import wrote; name a new folder with --to, or move that away");
        }
      }
    } catch (IOException e) {
      throw Replacement.failure("cannot use " + target + " as the folder of a market store", e);
    }
  }

  private static boolean isOurs(Path file) {
    if (!file.getFileName().toString().endsWith(SymbolFileName.ENDING)) {
      return false;
    }
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), PLAIN)) {
      return reader.getFileMetaData().getKeyValueMetaData().containsKey(BarWriteSupport.WRITTEN_BY);
    } catch (IOException | RuntimeException e) {
      // Whatever this is, it is not a file that this class finished.
      return false;
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
    private final SymbolBars bars;

    Builder(Path file, SymbolBars bars) {
      super(new LocalOutputFile(file));
      this.bars = bars;
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new Codecs());
      withCompressionCodec(CompressionCodecName.ZSTD);
      withPageRowCountLimit(PAGE_ROWS);
      withDictionaryEncoding(false);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<Integer> getWriteSupport(org.apache.hadoop.conf.Configuration conf) {
      return new BarWriteSupport(bars);
    }

    @Override
    protected WriteSupport<Integer> getWriteSupport(
        org.apache.parquet.conf.ParquetConfiguration conf) {
      return new BarWriteSupport(bars);
    }
  }
}
