package nightshift.testdata;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;

/** The raw rows of a Parquet file as text, read through Avro and none of the project's code. */
final class StoredBars {
  private StoredBars() {}

  /** One line per row: {@code date,open,high,low,close,volume}, {@code null} for an empty cell. */
  static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(file), new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .withCodecFactory(new ZstdOnly())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        lines.add(line(row));
      }
    }
    return lines;
  }

  private static String line(GenericRecord row) {
    StringBuilder line = new StringBuilder();
    line.append(LocalDate.ofEpochDay((Integer) row.get("date")));
    for (String column : List.of("open", "high", "low", "close", "volume")) {
      line.append(',').append(row.get(column));
    }
    return line.toString();
  }

  private static final class ZstdOnly
      implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("this only reads");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return this;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(Zstd.decompress(bytes.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize) {
      throw new UnsupportedOperationException("not called for pages on the heap");
    }

    @Override
    public void release() {}
  }
}
