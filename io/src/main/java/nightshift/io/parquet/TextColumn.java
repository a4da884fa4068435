package nightshift.io.parquet;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A column of names of a file: text, or whole numbers taken as their decimal text. */
public final class TextColumn {
  private final ParquetFile file;
  private final ColumnDescriptor column;
  private final PrimitiveTypeName type;

  /**
   * @throws IOException when the column has neither text nor whole numbers
   */
  public TextColumn(ParquetFile file, ColumnDescriptor column) throws IOException {
    this.file = file;
    this.column = column;
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    switch (type) {
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT32, INT64:
        break;
      default:
        throw new IOException("column " + column.getPath()[0] + " has no text but " + type);
    }
  }

  public ColumnDescriptor column() {
    return column;
  }

  /** Whether statistics prove that the column has more than one value. */
  public boolean hasSeveralValues() {
    Object only = null;
    for (Statistics<?> statistics : file.statistics(column)) {
      if (statistics != null && statistics.hasNonNullValue()) {
        Object least = statistics.genericGetMin();
        if (!least.equals(statistics.genericGetMax()) || (only != null && !only.equals(least))) {
          return true;
        }
        only = least;
      }
    }
    return false;
  }

  /** The distinct values, sorted; no other column is read, and dictionaries where they suffice. */
  public Set<String> distinct() throws IOException {
    Set<String> values = new TreeSet<>();
    try (RowGroups groups = file.read(List.of(column), Optional.empty())) {
      while (true) {
        Optional<Dictionary> dictionary = groups.nextDictionary(column);
        if (dictionary.isPresent()) {
          addAll(dictionary.get(), values);
        } else if (groups.next()) {
          addAll(groups, values);
        } else {
          return values;
        }
      }
    }
  }

  private void addAll(Dictionary dictionary, Set<String> values) {
    for (int id = 0; id <= dictionary.getMaxId(); id++) {
      values.add(
          switch (type) {
            case INT32 -> Integer.toString(dictionary.decodeToInt(id));
            case INT64 -> Long.toString(dictionary.decodeToLong(id));
            default -> dictionary.decodeToBinary(id).toStringUsingUTF8();
          });
    }
  }

  private void addAll(RowGroups groups, Set<String> values) {
    Walk walk = walk(groups);
    String last = null;
    for (int row = 0; row < groups.rows(); row++) {
      String value = walk.next();
      if (value != null && value != last) {
        values.add(value);
        last = value;
      }
    }
  }

  /** A filter that the rows with this value pass, where the column's type allows one. */
  public Optional<FilterPredicate> equalTo(String value) {
    String name = column.getPath()[0];
    // The filter would take a dot in the name for a level of nesting.
    return type == PrimitiveTypeName.BINARY && !name.contains(".")
        ? Optional.of(FilterApi.eq(FilterApi.binaryColumn(name), Binary.fromString(value)))
        : Optional.empty();
  }

  /** Which rows of the current row group have this value. */
  public BitSet rows(RowGroups groups, String value) {
    BitSet rows = new BitSet();
    Walk walk = walk(groups);
    String last = null;
    boolean same = false;
    for (int row = 0; row < groups.rows(); row++) {
      String current = walk.next();
      if (current != last) {
        same = value.equals(current);
        last = current;
      }
      if (same) {
        rows.set(row);
      }
    }
    return rows;
  }

  /** Walks over the values of the current row group. */
  public Walk walk(RowGroups groups) {
    return new Walk(groups.column(column));
  }

  /** Gives one value after the other; the same object while a value repeats itself. */
  public final class Walk {
    private final ColumnReader reader;
    private Binary lastBinary;
    private long lastNumber;
    private String lastText;

    private Walk(ColumnReader reader) {
      this.reader = reader;
    }

    /** The next value, null where it is missing. */
    public String next() {
      String value = null;
      if (reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
        value =
            switch (type) {
              case INT32 -> text(reader.getInteger());
              case INT64 -> text(reader.getLong());
              default -> text(reader.getBinary());
            };
      }
      reader.consume();
      return value;
    }

    private String text(long number) {
      if (lastText == null || number != lastNumber) {
        lastNumber = number;
        lastText = Long.toString(number);
      }
      return lastText;
    }

    private String text(Binary binary) {
      // A dictionary hands out the same object for the same value.
      if (binary != lastBinary && !binary.equals(lastBinary)) {
        lastText = binary.toStringUsingUTF8();
      }
      lastBinary = binary;
      return lastText;
    }
  }
}
