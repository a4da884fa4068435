package nightshift.io.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Makes {@code double} values of every numeric type of Parquet. */
public final class NumberDecoder {
  /** Whole numbers up to here, and powers of ten up to 22, are exact in a double. */
  private static final long EXACT = 1L << 53;

  private static final int EXACT_SCALE = 22;
  private static final double[] POWERS_OF_TEN = powersOfTen();

  private NumberDecoder() {}

  /**
   * How the current value of a column that is not null becomes a number: decimals as the nearest
   * double, a float as its exact value.
   *
   * @throws IOException when the column is not numeric
   */
  public static ToDoubleFunction<ColumnReader> of(ColumnDescriptor column) throws IOException {
    PrimitiveType type = column.getPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(type, decimal.getScale());
    }
    boolean plain = meaning == null || meaning instanceof IntLogicalTypeAnnotation;
    boolean unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    if (plain) {
      switch (type.getPrimitiveTypeName()) {
        case DOUBLE:
          return ColumnReader::getDouble;
        case FLOAT:
          return ColumnReader::getFloat;
        case INT32:
          return unsigned
              ? reader -> Integer.toUnsignedLong(reader.getInteger())
              : ColumnReader::getInteger;
        case INT64:
          return unsigned ? reader -> unsigned(reader.getLong()) : ColumnReader::getLong;
        default:
          break;
      }
    }
    throw new IOException(
        "column %s has no numbers but %s".formatted(column.getPath()[0], type.toString().strip()));
  }

  /**
   * How the 64 bits of a value in {@link FlatValues} become the same number.
   *
   * @throws IOException when the column is not numeric
   */
  static LongToDoubleFunction ofFlat(ColumnDescriptor column) throws IOException {
    of(column);
    PrimitiveType type = column.getPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      int scale = decimal.getScale();
      return value -> scaled(value, scale);
    }
    boolean unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    return switch (type.getPrimitiveTypeName()) {
      case DOUBLE -> Double::longBitsToDouble;
      case FLOAT -> value -> Float.intBitsToFloat((int) value);
      case INT32 -> unsigned ? value -> Integer.toUnsignedLong((int) value) : value -> value;
      default -> unsigned ? NumberDecoder::unsigned : value -> value;
    };
  }

  private static ToDoubleFunction<ColumnReader> decimal(PrimitiveType type, int scale) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> reader -> scaled(reader.getInteger(), scale);
      case INT64 -> reader -> scaled(reader.getLong(), scale);
      default ->
          reader ->
              new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale).doubleValue();
    };
  }

  /** The double nearest to {@code unscaled / 10^scale}. */
  static double scaled(long unscaled, int scale) {
    if (Math.abs(unscaled) <= EXACT && scale >= 0 && scale <= EXACT_SCALE) {
      // Both are exact, so that the one rounding of the division is the right one.
      return unscaled / POWERS_OF_TEN[scale];
    }
    return BigDecimal.valueOf(unscaled, scale).doubleValue();
  }

  private static double[] powersOfTen() {
    double[] powers = new double[EXACT_SCALE + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : new BigInteger(Long.toUnsignedString(value)).doubleValue();
  }
}
