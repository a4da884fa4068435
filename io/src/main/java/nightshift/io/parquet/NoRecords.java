package nightshift.io.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Stands in for the record assembly that column readers ask for and that never happens here. */
final class NoRecords extends GroupConverter {
  private static final PrimitiveConverter NOTHING = new PrimitiveConverter() {};

  @Override
  public Converter getConverter(int field) {
    return NOTHING;
  }

  @Override
  public void start() {
    // No record is built.
  }

  @Override
  public void end() {
    // No record is built.
  }
}
