package nightshift.io.parquet;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

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

  /**
   * Reads some rows of the current row group. Null is NaN.
   *
   * @param rows which rows, as positions within the row group
   * @param into gets the values one after the other
   * @param start where the first value goes
   */
  public void read(RowGroups groups, BitSet rows, double[] into, int start) {
    ColumnReader reader = groups.column(column);
    int present = column.getMaxDefinitionLevel();
    int end = rows.length();
    int at = start;
    for (int row = 0; row < end; row++) {
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
