package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import nightshift.io.day.DayNumber;
import nightshift.io.day.DayText;
import nightshift.io.day.EveningVote;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** How one Parquet column encodes days. Called with readers whose current value is not null. */
abstract sealed class DayEncoding {

  /** The meaning of the numbers where the type fixes it. */
  abstract Optional<DayNumber> number();

  /** Whether values may be instants, whose day depends on a zone. */
  abstract boolean mayBeInstant();

  /** The epoch day of the current value. */
  abstract int day(ColumnReader reader, boolean eveningIsNextDay);

  /** Lets the current value vote, if it is an instant. */
  abstract void vote(ColumnReader reader, EveningVote vote);

  /** The same for a value of {@link FlatValues}, for the types that have such. */
  abstract int day(long flat, boolean eveningIsNextDay);

  /** The same for a value of {@link FlatValues}, for the types that have such. */
  abstract void vote(long flat, EveningVote vote);

  static DayEncoding of(ColumnDescriptor column) throws IOException {
    PrimitiveType type = column.getPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return new Numbers(type, ColumnReader::getInteger, Optional.of(DayNumber.DAYS), false);
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      DayNumber unit =
          switch (timestamp.getUnit()) {
            case MILLIS -> DayNumber.MILLIS;
            case MICROS -> DayNumber.MICROS;
            case NANOS -> DayNumber.NANOS;
          };
      return new Numbers(
          type, ColumnReader::getLong, Optional.of(unit), timestamp.isAdjustedToUTC());
    }
    boolean plain = meaning == null || meaning instanceof IntLogicalTypeAnnotation;
    boolean text = !(meaning instanceof DecimalLogicalTypeAnnotation);
    DayEncoding encoding =
        switch (type.getPrimitiveTypeName()) {
          case INT32 -> plain ? untyped(type, ColumnReader::getInteger) : null;
          case INT64 -> plain ? untyped(type, ColumnReader::getLong) : null;
          case FLOAT -> untyped(type, reader -> (long) reader.getFloat());
          case DOUBLE -> untyped(type, reader -> (long) reader.getDouble());
          case INT96 -> new Numbers(type, DayEncoding::int96, Optional.of(DayNumber.SECONDS), true);
          case BINARY, FIXED_LEN_BYTE_ARRAY -> text ? new Texts() : null;
          case BOOLEAN -> null;
        };
    if (encoding == null) {
      throw new IOException(
          "column %s has no dates but %s".formatted(column.getPath()[0], type.toString().strip()));
    }
    return encoding;
  }

  private static DayEncoding untyped(PrimitiveType type, ToLongFunction<ColumnReader> value) {
    return new Numbers(type, value, Optional.empty(), true);
  }

  /** Seconds since 1970 of Impala's timestamp: nanoseconds of the day, then the Julian day. */
  private static long int96(ColumnReader reader) {
    ByteBuffer bytes = reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong(bytes.position());
    long julianDay = bytes.getInt(bytes.position() + Long.BYTES);
    long epochDay = julianDay - 2_440_588;
    return epochDay * 86_400 + Math.floorDiv(nanos, 1_000_000_000L);
  }

  /** Whole numbers, whose meaning the type fixes or else the size of each. */
  private static final class Numbers extends DayEncoding {
    private final ToLongFunction<ColumnReader> value;
    private final LongUnaryOperator flatValue;
    private final Optional<DayNumber> number;
    private final boolean instant;

    Numbers(
        PrimitiveType type,
        ToLongFunction<ColumnReader> value,
        Optional<DayNumber> number,
        boolean instant) {
      this.value = value;
      this.flatValue =
          switch (type.getPrimitiveTypeName()) {
            case FLOAT -> bits -> (long) Float.intBitsToFloat((int) bits);
            case DOUBLE -> bits -> (long) Double.longBitsToDouble(bits);
            default -> LongUnaryOperator.identity();
          };
      this.number = number;
      this.instant = instant;
    }

    @Override
    Optional<DayNumber> number() {
      return number;
    }

    @Override
    boolean mayBeInstant() {
      return instant;
    }

    @Override
    int day(ColumnReader reader, boolean eveningIsNextDay) {
      return dayOf(value.applyAsLong(reader), eveningIsNextDay);
    }

    @Override
    int day(long flat, boolean eveningIsNextDay) {
      return dayOf(flatValue.applyAsLong(flat), eveningIsNextDay);
    }

    private int dayOf(long current, boolean eveningIsNextDay) {
      DayNumber unit = number.isPresent() ? number.get() : DayNumber.of(current);
      return instant && unit.isInstant()
          ? EveningVote.day(unit.seconds(current), eveningIsNextDay)
          : unit.day(current);
    }

    @Override
    void vote(ColumnReader reader, EveningVote vote) {
      voteWith(value.applyAsLong(reader), vote);
    }

    @Override
    void vote(long flat, EveningVote vote) {
      voteWith(flatValue.applyAsLong(flat), vote);
    }

    private void voteWith(long current, EveningVote vote) {
      DayNumber unit = number.isPresent() ? number.get() : DayNumber.of(current);
      if (unit.isInstant()) {
        vote.add(unit.seconds(current));
      }
    }
  }

  /** Text, of which the date is taken as written. */
  private static final class Texts extends DayEncoding {
    @Override
    Optional<DayNumber> number() {
      return Optional.empty();
    }

    @Override
    boolean mayBeInstant() {
      return false;
    }

    @Override
    int day(ColumnReader reader, boolean eveningIsNextDay) {
      return DayText.parse(reader.getBinary().toStringUsingUTF8());
    }

    @Override
    int day(long flat, boolean eveningIsNextDay) {
      throw new IllegalStateException("text is no number");
    }

    @Override
    void vote(ColumnReader reader, EveningVote vote) {
      // Text names its own date.
    }

    @Override
    void vote(long flat, EveningVote vote) {
      // Text names its own date.
    }
  }
}
