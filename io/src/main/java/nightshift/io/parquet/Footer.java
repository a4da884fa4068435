package nightshift.io.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.Util.DefaultFileMetaDataConsumer;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * Makes of a footer's bytes what is needed of it, a row group at a time: the whole schema, but of
 * the column chunks only those of wanted columns, and of these only what a reader asks for.
 */
final class Footer extends Util.FileMetaDataConsumer {
  private final FileMetaData footer = new FileMetaData();
  private final DefaultFileMetaDataConsumer taken = new DefaultFileMetaDataConsumer(footer);
  private final UnaryOperator<Collection<String>> choice;
  private Collection<String> wanted = List.of();
  private long chunks;
  private String refusal;

  private Footer(UnaryOperator<Collection<String>> choice) {
    this.choice = choice;
  }

  /**
   * Parses a footer.
   *
   * @param choice from the names of all columns to those of which the chunks are wanted
   * @throws IOException when it is broken, or larger than {@link ReadLimits} allows
   */
  static ParquetMetadata parse(byte[] bytes, UnaryOperator<Collection<String>> choice)
      throws IOException {
    Footer footer = new Footer(choice);
    try {
      if (CompactStruct.end(bytes, 0, bytes.length) < 0) {
        throw new IOException("it ends too early");
      }
      Util.readFileMetaData(new ByteArrayInputStream(bytes), footer);
      if (footer.refusal == null) {
        if (footer.footer.getRow_groups() == null) {
          footer.footer.setRow_groups(List.of());
        }
        return new ParquetMetadataConverter().fromParquetMetadata(footer.footer);
      }
    } catch (IOException | RuntimeException broken) {
      if (footer.refusal == null) {
        throw new IOException("its footer is broken: " + broken.getMessage(), broken);
      }
    }
    throw new IOException(footer.refusal);
  }

  @Override
  public void setVersion(int version) {
    taken.setVersion(version);
  }

  @Override
  public void setSchema(List<SchemaElement> schema) {
    if (schema.size() > ReadLimits.COLUMNS) {
      refuse(
          "its %d columns are more than the %d that are read; write it with the columns of prices"
              + " alone",
          schema.size(), ReadLimits.COLUMNS);
      return;
    }
    if (depth(schema) > ReadLimits.COLUMN_DEPTH) {
      refuse("its columns are nested more than %d deep", ReadLimits.COLUMN_DEPTH);
      return;
    }
    taken.setSchema(schema);
    List<String> names = schema.stream().skip(1).map(SchemaElement::getName).toList();
    Collection<String> chosen = choice.apply(names);
    // A row group without any column cannot be described.
    wanted = new HashSet<>(chosen.isEmpty() ? names : chosen);
  }

  /** How deep groups lie in groups, which stand one behind the other with their sizes. */
  private static int depth(List<SchemaElement> schema) {
    Deque<Long> open = new ArrayDeque<>();
    int deepest = 0;
    for (SchemaElement element : schema) {
      while (!open.isEmpty() && open.peek() <= 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      if (element.getNum_children() > 0) {
        open.push((long) element.getNum_children());
        deepest = Math.max(deepest, open.size());
      }
    }
    return deepest;
  }

  @Override
  public void setNumRows(long rows) {
    taken.setNumRows(rows);
  }

  @Override
  public void setCreatedBy(String createdBy) {
    taken.setCreatedBy(createdBy);
  }

  @Override
  public void addRowGroup(RowGroup group) {
    group.getColumns().removeIf(chunk -> !isWanted(chunk));
    chunks += group.getColumnsSize();
    if (chunks > ReadLimits.CHUNKS) {
      refuse(
          "its footer describes more than %d parts of the columns that are needed; write it with"
              + " larger row groups",
          ReadLimits.CHUNKS);
    }
    if (refusal == null) {
      group.getColumns().forEach(Footer::shorten);
      taken.addRowGroup(group);
    }
  }

  private boolean isWanted(ColumnChunk chunk) {
    ColumnMetaData data = chunk.getMeta_data();
    return data != null
        && data.getPath_in_schemaSize() == 1
        && wanted.contains(data.getPath_in_schema().get(0));
  }

  /** Statistics serve to choose among days and symbols, which no floating-point column has. */
  private static void shorten(ColumnChunk chunk) {
    ColumnMetaData data = chunk.getMeta_data();
    data.setKey_value_metadata(null);
    data.setSize_statistics(null);
    if (data.getType() == Type.DOUBLE || data.getType() == Type.FLOAT || isLong(data)) {
      data.setStatistics(null);
    }
    if (data.getType() != Type.BYTE_ARRAY) {
      data.setEncoding_stats(null);
    }
  }

  private static boolean isLong(ColumnMetaData data) {
    Statistics statistics = data.getStatistics();
    return statistics != null
        && (length(statistics.getMin_value()) > ReadLimits.STATISTIC_BYTES
            || length(statistics.getMax_value()) > ReadLimits.STATISTIC_BYTES
            || length(statistics.getMin()) > ReadLimits.STATISTIC_BYTES
            || length(statistics.getMax()) > ReadLimits.STATISTIC_BYTES);
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /** What writers say about the data, such as pandas about its index, is not needed. */
  @Override
  public void addKeyValueMetaData(KeyValue value) {
    // Not kept.
  }

  @Override
  public void setEncryptionAlgorithm(org.apache.parquet.format.EncryptionAlgorithm algorithm) {
    taken.setEncryptionAlgorithm(algorithm);
  }

  @Override
  public void setFooterSigningKeyMetadata(byte[] key) {
    taken.setFooterSigningKeyMetadata(key);
  }

  private void refuse(String reason, Object... numbers) {
    if (refusal == null) {
      refusal = reason.formatted(numbers);
    }
  }
}
