package nightshift.io.market;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Some rows of a table of many symbols, in the order of the table, on their way to a scratch file.
 */
final class SymbolRows {
  private final Map<Field, double[]> columns = new EnumMap<>(Field.class);
  private int[] ranks = {};
  private int[] days = {};
  private int size;

  /**
   * @param fields which numbers each row has
   */
  SymbolRows(Set<Field> fields) {
    fields.forEach(field -> columns.put(field, new double[0]));
  }

  /**
   * Rows that come one after the other.
   *
   * @param most how many there may be at a time
   */
  SymbolRows(Set<Field> fields, int most) {
    this(fields);
    setRanks(new int[most], most);
    size = 0;
  }

  /**
   * Appends a row, all numbers of which are NaN.
   *
   * @return its place
   */
  int add(int rank, int day) {
    ranks[size] = rank;
    days[size] = day;
    return size++;
  }

  /** Forgets the rows. */
  void clear() {
    columns.values().forEach(values -> Arrays.fill(values, 0, size, Double.NaN));
    size = 0;
  }

  /**
   * Begins with the symbols; all numbers of the rows are NaN.
   *
   * @param found the rank of each row's symbol, as long as there are rows or longer
   */
  void setRanks(int[] found, int count) {
    size = count;
    ranks = Arrays.copyOf(found, count);
    days = new int[count];
    columns.replaceAll(
        (field, none) -> {
          double[] missing = new double[count];
          Arrays.fill(missing, Double.NaN);
          return missing;
        });
  }

  /**
   * Takes the days of the rows.
   *
   * @param all days of a longer stretch
   * @param wanted which of them are those of the rows
   */
  void setDays(int[] all, BitSet wanted) {
    int at = 0;
    for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
      days[at++] = all[row];
    }
  }

  int size() {
    return size;
  }

  /** The rank of each row's symbol; as long as {@link #size()} or longer, as the others are. */
  int[] ranks() {
    return ranks;
  }

  /** Epoch days or {@link nightshift.io.day.Days#NONE}. */
  int[] days() {
    return days;
  }

  /** The numbers of a field. */
  double[] column(Field field) {
    return columns.get(field);
  }
}
