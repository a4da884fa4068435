package nightshift.io.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file is like, its values are those that parquet-java gives. */
class StretchesTest {
  private static final int FILES = 150;

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message m {
            required double rd; optional double od; required float rf; optional float of;
            required int32 ri; optional int32 oi; required int64 rl; optional int64 ol;
          }""");

  private static final List<CompressionCodecName> CODECS =
      List.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD,
          CompressionCodecName.LZ4_RAW);

  @TempDir Path folder;

  @Test
  void givesTheValuesOfColumnReaders() throws IOException {
    Set<String> encodings = new TreeSet<>();
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      Path path = folder.resolve(seed + ".parquet");
      write(path, random);
      encodings.addAll(encodings(path));
      ParquetFile file = ParquetFile.open(path);
      for (ColumnDescriptor column : SCHEMA.getColumns()) {
        assertSameValues(file, column, random, "file %d, %s".formatted(seed, column));
      }
    }
    assertThat(encodings)
        .contains(
            "PLAIN",
            "PLAIN_DICTIONARY",
            "RLE_DICTIONARY",
            "DELTA_BINARY_PACKED",
            "BYTE_STREAM_SPLIT");
  }

  /** A file of which everything is left to chance that may matter to a reader. */
  private static void write(Path path, Random random) throws IOException {
    int rows = random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(1500);
    boolean dictionary = random.nextInt(3) > 0;
    int distinct = 1 + random.nextInt(random.nextBoolean() ? 4 : 2000);
    double[] nulls = {0, 0, 0.01, 0.5, 1};
    double missing = nulls[random.nextInt(nulls.length)];
    // Nulls in a stretch make long runs of levels, single ones make packed bits.
    int stretch = random.nextBoolean() ? 1 : 100;
    WriterVersion version =
        random.nextBoolean() ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0;
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .withCompressionCodec(CODECS.get(random.nextInt(CODECS.size())))
            .withWriterVersion(version)
            .withDictionaryEncoding(dictionary)
            .withDictionaryPageSize(random.nextBoolean() ? 1 << 20 : 500)
            .withByteStreamSplitEncoding(random.nextInt(3) == 0)
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(1)
            .withPageRowCountLimit(1 + random.nextInt(700))
            .withRowGroupRowCountLimit(1 + random.nextInt(1000))
            .withType(SCHEMA)
            .build()) {
      boolean absent = false;
      for (int row = 0; row < rows; row++) {
        absent = row % stretch == 0 ? random.nextDouble() < missing : absent;
        writer.write(row(random.nextInt(distinct) - distinct / 3, absent));
      }
    }
  }

  private static Group row(int number, boolean absent) {
    Group row = new SimpleGroup(SCHEMA);
    long large = number * 6_364_136_223_846_793_005L;
    row.add("rd", number == 0 ? Double.NaN : number / 7.0);
    row.add("rf", number / 3.0f);
    row.add("ri", number * 1_000_003);
    row.add("rl", large);
    if (!absent) {
      row.add("od", -number / 11.0);
      row.add("of", number == 1 ? Float.NEGATIVE_INFINITY : number / 5.0f);
      row.add("oi", number);
      row.add("ol", large + 1);
    }
    return row;
  }

  private static Set<String> encodings(Path path) throws IOException {
    Set<String> encodings = new TreeSet<>();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path), options)) {
      for (BlockMetaData group : reader.getRowGroups()) {
        for (ColumnChunkMetaData chunk : group.getColumns()) {
          chunk.getEncodings().forEach(encoding -> encodings.add(encoding.name()));
        }
      }
    }
    return encodings;
  }

  private static void assertSameValues(
      ParquetFile file, ColumnDescriptor column, Random random, String what) throws IOException {
    List<ColumnDescriptor> columns = List.of(column);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .build();
    try (Stretches bulk = file.read(columns, Optional.empty());
        Stretches single = file.read(columns, Optional.empty(), false);
        ParquetFileReader oracle =
            ParquetFileReader.open(new LocalInputFile(file.path()), options)) {
      oracle.setRequestedSchema(new MessageType("m", column.getPrimitiveType()));
      for (PageReadStore group = oracle.readNextRowGroup();
          group != null;
          group = oracle.readNextRowGroup()) {
        BitSet missing = new BitSet();
        long[] values = oneByOne(reader(group, column), column, (int) group.getRowCount(), missing);
        assertSameValues(bulk, single, column, random, values, missing, what);
      }
      assertThat(bulk.next()).as(what).isFalse();
      assertThat(single.next()).as(what).isFalse();
    }
  }

  private static ColumnReader reader(PageReadStore group, ColumnDescriptor column) {
    MessageType schema = new MessageType("m", column.getPrimitiveType());
    return new ColumnReadStoreImpl(group, new NoRecords(), schema, "").getColumnReader(column);
  }

  private static void assertSameValues(
      Stretches bulk,
      Stretches single,
      ColumnDescriptor column,
      Random random,
      long[] values,
      BitSet missing,
      String what)
      throws IOException {
    assertThat(bulk.next()).as(what).isTrue();
    assertThat(single.next()).as(what).isTrue();
    assertThat(bulk.rows()).as(what).isEqualTo(values.length);
    assertThat(single.rows()).as(what).isEqualTo(values.length);
    int from = random.nextInt(values.length);
    int to = from + 1 + random.nextInt(values.length - from);
    if (random.nextBoolean()) {
      assertPart(bulk.flat(column, 0, values.length), values, missing, 0, what);
    }
    assertPart(bulk.flat(column, from, to), values, missing, from, what);
    assertPart(bulk.flat(column, to - 1, to), values, missing, to - 1, what);
    BitSet without = new BitSet();
    assertThat(oneByOne(single.values(column), column, values.length, without)).isEqualTo(values);
    assertThat(without).as(what).isEqualTo(missing);
  }

  private static void assertPart(
      FlatValues part, long[] values, BitSet missing, int from, String what) {
    int to = from + part.size();
    assertThat(part.values()).as(what).isEqualTo(Arrays.copyOfRange(values, from, to));
    assertThat(part.missing()).as(what).isEqualTo(missing.get(from, to));
  }

  private static long[] oneByOne(
      ColumnReader reader, ColumnDescriptor column, int rows, BitSet missing) {
    long[] values = new long[rows];
    for (int row = 0; row < values.length; row++) {
      if (reader.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
        missing.set(row);
      } else {
        values[row] = value(reader, column);
      }
      reader.consume();
    }
    return values;
  }

  private static long value(ColumnReader reader, ColumnDescriptor column) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> Double.doubleToRawLongBits(reader.getDouble());
      case FLOAT -> Float.floatToRawIntBits(reader.getFloat());
      case INT32 -> reader.getInteger();
      default -> reader.getLong();
    };
  }

  /** A row group of more than two stretches, whose pages and stretches end at different rows. */
  @Test
  void readsRowGroupsOfSeveralStretches() throws IOException {
    int rows = 2 * ReadLimits.STRETCH_ROWS + 1000;
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required int32 ri; optional int64 ol; optional double od; }");
    for (WriterVersion version : WriterVersion.values()) {
      Path path = folder.resolve(version + ".parquet");
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(path))
              .withConf(new PlainParquetConfiguration())
              .withCodecFactory(new Codecs())
              .withWriterVersion(version)
              .withPageRowCountLimit(30_000)
              .withType(schema)
              .build()) {
        for (int row = 0; row < rows; row++) {
          Group group = new SimpleGroup(schema);
          group.add("ri", row / 3);
          if (row % 7 > 0) {
            group.add("ol", (long) row * row);
            group.add("od", row / 5.0);
          }
          writer.write(group);
        }
      }
      for (ColumnDescriptor column : schema.getColumns()) {
        assertSeveralStretches(ParquetFile.open(path), column, rows);
      }
    }
  }

  private static void assertSeveralStretches(ParquetFile file, ColumnDescriptor column, int rows)
      throws IOException {
    int row = 0;
    List<ColumnDescriptor> columns = List.of(column);
    try (Stretches bulk = file.read(columns, Optional.empty());
        Stretches single = file.read(columns, Optional.empty(), false)) {
      while (bulk.next() && single.next()) {
        // The second stretch is left out by one of them.
        FlatValues flat = bulk.flat(column, 0, bulk.rows());
        BitSet missing = new BitSet();
        if (row != ReadLimits.STRETCH_ROWS) {
          assertThat(flat.values())
              .isEqualTo(oneByOne(single.values(column), column, single.rows(), missing));
          assertThat(flat.missing()).isEqualTo(missing);
        }
        row += bulk.rows();
      }
    }
    assertThat(row).isEqualTo(rows);
  }
}
