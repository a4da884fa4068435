package nightshift.io.parquet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.statistics.Statistics;
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

  /**
   * The distinct values, sorted; no other column is read, and dictionaries where they suffice.
   *
   * @throws IOException when there are more, or longer ones, than names of symbols can be
   */
  public Set<String> distinct() throws IOException {
    Set<String> values = new TreeSet<>();
    try (Stretches stretches = file.read(List.of(column), Optional.empty(), false)) {
      int known = -1;
      while (stretches.next()) {
        if (stretches.group() == known) {
          continue;
        }
        Optional<Dictionary> dictionary = stretches.dictionary(column);
        if (dictionary.isPresent()) {
          addAll(dictionary.get(), values);
          known = stretches.group();
        } else {
          addAll(stretches, values);
        }
      }
    }
    return values;
  }

  private void addAll(Dictionary dictionary, Set<String> values) throws IOException {
    for (int id = 0; id <= dictionary.getMaxId(); id++) {
      add(
          values,
          switch (type) {
            case INT32 -> Integer.toString(dictionary.decodeToInt(id));
            case INT64 -> Long.toString(dictionary.decodeToLong(id));
            default -> dictionary.decodeToBinary(id).toStringUsingUTF8();
          });
    }
  }

  private void addAll(Stretches stretches, Set<String> values) throws IOException {
    Walk walk = walk(stretches);
    String last = null;
    for (int row = 0; row < stretches.rows(); row++) {
      String value = walk.next();
      if (value != null && value != last) {
        add(values, value);
        last = value;
      }
    }
  }

  private void add(Set<String> values, String value) throws IOException {
    if (value.length() > ReadLimits.SYMBOL_CHARACTERS) {
      throw new IOException(
          "column %s has a text of %d characters, which is no symbol: at most %d are possible"
              .formatted(column.getPath()[0], value.length(), ReadLimits.SYMBOL_CHARACTERS));
    }
    if (values.add(value) && values.size() > ReadLimits.SYMBOLS) {
      throw new IOException(
          "column %s has more than %d distinct values, which are no symbols"
              .formatted(column.getPath()[0], ReadLimits.SYMBOLS));
    }
  }

  /** Walks over the values of the current stretch. */
  public Walk walk(Stretches stretches) throws IOException {
    return new Walk(
        stretches.isFlat(column) ? null : stretches.values(column),
        stretches.isFlat(column) ? stretches.flat(column, 0, stretches.rows()) : null);
  }

  /** Gives one value after the other; the same object while a value repeats itself. */
  public final class Walk {
    private final ColumnReader reader;
    private final FlatValues numbers;
    private int row;
    private Binary lastBinary;
    private long lastNumber;
    private String lastText;

    private Walk(ColumnReader reader, FlatValues numbers) {
      this.reader = reader;
      this.numbers = numbers;
    }

    /** The next value, null where it is missing. */
    public String next() {
      return numbers == null ? nextValue() : nextNumber();
    }

    private String nextNumber() {
      int at = row++;
      return numbers.missing().get(at) ? null : text(numbers.values()[at]);
    }

    private String nextValue() {
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
