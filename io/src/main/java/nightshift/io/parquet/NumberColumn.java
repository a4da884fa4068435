package nightshift.io.parquet;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A numeric column of a file, of any type that {@link NumberDecoder} knows. */
public final class NumberColumn {
  private final ColumnDescriptor column;
  private final ToDoubleFunction<ColumnReader> decoder;

  /**
   * @throws IOException when the column is not numeric
   */
  public NumberColumn(ColumnDescriptor column) throws IOException {
    this.column = column;
    this.decoder = NumberDecoder.of(column);
  }

  public ColumnDescriptor column() {
    return column;
  }

  /**
   * Reads some rows of the current stretch. Null is NaN.
   *
   * @param rows which rows, as positions within the stretch; at least one
   * @param into gets the values one after the other
   * @param start where the first value goes
   */
  public void read(Stretches stretches, BitSet rows, double[] into, int start) throws IOException {
    if (stretches.isFlat(column)) {
      readFlat(stretches, rows, into, start);
    } else {
      readValues(stretches, rows, into, start);
    }
  }

  private void readFlat(Stretches stretches, BitSet rows, double[] into, int start)
      throws IOException {
    int first = rows.nextSetBit(0);
    int last = rows.length();
    FlatValues values = stretches.flat(column, first, last);
    if (rows.cardinality() == last - first) {
      numbers(values, into, start);
    } else {
      double[] all = new double[last - first];
      numbers(values, all, 0);
      int at = start;
      for (int row = first; row >= 0; row = rows.nextSetBit(row + 1)) {
        into[at++] = all[row - first];
      }
    }
  }

  private void numbers(FlatValues values, double[] into, int start) throws IOException {
    long[] stored = values.values();
    if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE) {
      // As a loop of its own it is compiled to a copy.
      for (int i = 0; i < stored.length; i++) {
        into[start + i] = Double.longBitsToDouble(stored[i]);
      }
    } else {
      LongToDoubleFunction number = NumberDecoder.ofFlat(column);
      for (int i = 0; i < stored.length; i++) {
        into[start + i] = number.applyAsDouble(stored[i]);
      }
    }
    BitSet missing = values.missing();
    for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
      into[start + i] = Double.NaN;
    }
  }

  private void readValues(Stretches stretches, BitSet rows, double[] into, int start)
      throws IOException {
    ColumnReader reader = stretches.values(column);
    int present = column.getMaxDefinitionLevel();
    int at = start;
    for (int row = 0; row < stretches.rows(); row++) {
      boolean isPresent = reader.getCurrentDefinitionLevel() == present;
      if (rows.get(row)) {
        into[at++] = isPresent ? decoder.applyAsDouble(reader) : Double.NaN;
      } else if (isPresent) {
        reader.skip();
      }
      reader.consume();
    }
  }
}
