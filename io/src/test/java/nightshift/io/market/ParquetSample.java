package nightshift.io.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import nightshift.io.parquet.Codecs;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Writes rows as Parquet, column by column as a test wants them, with parquet-java's own writer.
 */
final class ParquetSample {
  private final Map<String, BiConsumer<Group, StoredBar>> columns = new LinkedHashMap<>();
  private CompressionCodecName codec = CompressionCodecName.SNAPPY;
  private WriterVersion version = WriterVersion.PARQUET_1_0;
  private boolean dictionary = true;
  private int pageRows = 100;
  private long groupRows = 1_000_000;

  /** The usual columns of a file with one symbol. */
  static ParquetSample oneSymbol() {
    return new ParquetSample().date().numbers();
  }

  /** The usual columns of a file with several symbols. */
  static ParquetSample manySymbols() {
    return new ParquetSample()
        .column("required binary symbol (STRING)", (g, b) -> g.add("symbol", b.symbol()))
        .date()
        .numbers();
  }

  ParquetSample date() {
    return column(
        "optional int32 date (DATE)", (g, b) -> g.add("date", (int) b.date().toEpochDay()));
  }

  ParquetSample numbers() {
    return number("open", Field.OPEN)
        .number("high", Field.HIGH)
        .number("low", Field.LOW)
        .number("close", Field.CLOSE)
        .number("adj_close", Field.ADJUSTED_CLOSE)
        .number("volume", Field.VOLUME);
  }

  ParquetSample number(String name, Field field) {
    return column(
        "optional double " + name,
        (group, bar) -> {
          if (bar.value(field) != null) {
            group.add(name, bar.value(field));
          }
        });
  }

  /**
   * Adds a column.
   *
   * @param type in the language of Parquet schemas
   * @param value adds the value to a record
   */
  ParquetSample column(String type, BiConsumer<Group, StoredBar> value) {
    columns.put(type, value);
    return this;
  }

  ParquetSample codec(CompressionCodecName value) {
    codec = value;
    return this;
  }

  ParquetSample version(WriterVersion value) {
    version = value;
    return this;
  }

  ParquetSample plain() {
    dictionary = false;
    return this;
  }

  /** Closes a row group after this many rows. */
  ParquetSample groupRows(long rows) {
    groupRows = rows;
    return this;
  }

  ParquetSample pageRows(int rows) {
    pageRows = rows;
    return this;
  }

  MessageType schema() {
    StringBuilder text = new StringBuilder("message bars {\n");
    columns.keySet().forEach(type -> text.append(type).append(type.endsWith("}") ? "\n" : ";\n"));
    return MessageTypeParser.parseMessageType(text.append("}").toString());
  }

  void write(Path file, List<StoredBar> rows) throws IOException {
    Files.createDirectories(file.getParent());
    MessageType schema = schema();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCodecFactory(new Codecs())
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .withDictionaryEncoding(dictionary)
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(1)
            .withPageRowCountLimit(pageRows)
            .withRowGroupRowCountLimit((int) groupRows)
            .build()) {
      for (StoredBar row : rows) {
        Group group = new SimpleGroup(schema);
        columns.values().forEach(value -> value.accept(group, row));
        writer.write(group);
      }
    }
  }
}
