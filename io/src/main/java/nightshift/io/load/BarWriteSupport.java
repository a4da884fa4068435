package nightshift.io.load;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Hands the bars of one symbol to Parquet, row by row, straight from the arrays. A "record" is the
 * index of a bar. A date is required; every other value may be empty.
 */
final class BarWriteSupport extends WriteSupport<Integer> {
  /** Key in a file's footer that says who wrote it. */
  static final String WRITTEN_BY = "nightshift.store";

  static final String VERSION = "1";

  private record Field(String name, double[] values) {}

  private final int[] days;
  private final List<Field> fields = new ArrayList<>();
  private RecordConsumer out;

  BarWriteSupport(SymbolBars bars) {
    days = bars.days();
    fields.add(new Field("open", bars.open()));
    fields.add(new Field("high", bars.high()));
    fields.add(new Field("low", bars.low()));
    fields.add(new Field("close", bars.close()));
    fields.add(new Field("volume", bars.volume()));
    if (bars.hasAdjustedClose()) {
      fields.add(new Field("adj_close", bars.adjustedClose()));
    }
  }

  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(schema(), Map.of(WRITTEN_BY, VERSION));
  }

  private MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    schema.required(INT32).as(dateType()).named("date");
    for (Field field : fields) {
      schema.optional(DOUBLE).named(field.name());
    }
    return schema.named("bars");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    out = recordConsumer;
  }

  @Override
  public void write(Integer bar) {
    out.startMessage();
    out.startField("date", 0);
    out.addInteger(days[bar]);
    out.endField("date", 0);
    for (int f = 0; f < fields.size(); f++) {
      writeUnlessNaN(fields.get(f), f + 1, bar);
    }
    out.endMessage();
  }

  private void writeUnlessNaN(Field field, int index, int bar) {
    double value = field.values()[bar];
    if (!Double.isNaN(value)) {
      out.startField(field.name(), index);
      out.addDouble(value);
      out.endField(field.name(), index);
    }
  }
}
