package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nightshift.io.parquet.DayColumn;
import nightshift.io.parquet.ParquetFile;
import nightshift.io.parquet.Stretches;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that people's Parquet files have; all must give the same bars. */
class SchemaVariantsTest {
  private static final List<StoredBar> ROWS = SampleBars.rowsOf("AAPL");

  @TempDir Path folder;

  private BarSlice read(LocalDate from, LocalDate to) throws MarketException {
    try (Market market = Markets.open(folder.resolve("A.parquet").toString(), Adjust.NONE)) {
      return market.read("A", EnumSet.allOf(Column.class), from, to);
    }
  }

  private void write(ParquetSample sample, List<StoredBar> rows) throws Exception {
    sample.write(folder.resolve("A.parquet"), rows);
  }

  private static long midnight(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toEpochSecond();
  }

  private static Arguments dates(String type, Function<LocalDate, Object> value) {
    return Arguments.of(type, value);
  }

  private static Arguments instants(String zone, int hour) {
    return dates(
        "required int64 d (TIMESTAMP(MILLIS,true))",
        date -> date.atTime(hour, 0).atZone(ZoneId.of(zone)).toInstant().toEpochMilli());
  }

  private static Binary int96(LocalDateTime time) {
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(time.toLocalTime().toNanoOfDay());
    bytes.putInt((int) (time.toLocalDate().toEpochDay() + 2_440_588));
    return Binary.fromConstantByteArray(bytes.array());
  }

  static Stream<Arguments> dateEncodings() {
    return Stream.of(
        dates("required int32 d (DATE)", date -> (int) date.toEpochDay()),
        dates("required int32 d", date -> (int) date.toEpochDay()),
        dates("required int32 d", date -> Integer.parseInt(digits(date))),
        dates("required int64 d", date -> Long.parseLong(digits(date))),
        dates("required int64 d", date -> date.toEpochDay() * 86_400),
        dates("required int32 d", date -> (int) date.toEpochDay() * 86_400),
        dates("required int64 d", date -> date.toEpochDay() * 86_400_000L),
        dates("required int64 d", date -> date.toEpochDay() * 86_400_000_000L),
        dates("required int64 d", date -> date.toEpochDay() * 86_400_000_000_000L),
        dates("required double d", date -> (double) date.toEpochDay() * 86_400),
        dates(
            "required int64 d (TIMESTAMP(MILLIS,false))", date -> date.toEpochDay() * 86_400_000L),
        dates(
            "required int64 d (TIMESTAMP(MICROS,false))",
            date -> date.toEpochDay() * 86_400_000_000L),
        dates(
            "required int64 d (TIMESTAMP(NANOS,false))",
            date -> date.toEpochDay() * 86_400_000_000_000L),
        dates("required int64 d (TIMESTAMP(MILLIS,true))", date -> date.toEpochDay() * 86_400_000L),
        dates(
            "required int64 d (TIMESTAMP(NANOS,true))",
            date -> midnight(date, ZoneId.of("Asia/Kolkata")) * 1_000_000_000L),
        dates(
            "required int64 d (TIMESTAMP(MILLIS,false))",
            date -> date.atTime(23, 59).toEpochSecond(ZoneOffset.UTC) * 1000),
        dates("required int64 d", date -> midnight(date, ZoneId.of("Asia/Tokyo"))),
        instants("America/New_York", 0),
        instants("America/New_York", 16),
        instants("Europe/London", 0),
        instants("Europe/Paris", 0),
        instants("Asia/Kolkata", 0),
        instants("Australia/Sydney", 0),
        instants("Asia/Tokyo", 9),
        dates("required int96 d", date -> int96(date.atStartOfDay())),
        dates("required int96 d", date -> int96(date.minusDays(1).atTime(18, 30))),
        dates("required binary d (STRING)", LocalDate::toString),
        dates("required binary d", LocalDate::toString),
        dates("required binary d (STRING)", date -> date + " 00:00:00"),
        dates("required binary d (STRING)", date -> date + "T16:00:00-05:00"),
        dates("required binary d (STRING)", SchemaVariantsTest::digits),
        dates("required binary d (STRING)", date -> date.toString().replace('-', '/')),
        dates("required binary d (ENUM)", date -> String.valueOf(date.toEpochDay() * 86_400)));
  }

  private static String digits(LocalDate date) {
    return date.toString().replace("-", "");
  }

  @ParameterizedTest
  @MethodSource("dateEncodings")
  void understandsDates(String type, Function<LocalDate, Object> value) throws Exception {
    String column = type.replaceFirst(" d\\b", " Date");
    write(
        new ParquetSample()
            .column(column, (group, bar) -> add(group, "Date", value.apply(bar.date())))
            .numbers()
            .groupRows(100)
            .pageRows(20),
        ROWS);
    NaiveBars.of(ROWS, Adjust.NONE).assertSame(read(LocalDate.MIN, LocalDate.MAX));
    LocalDate from = LocalDate.of(2019, 7, 1);
    LocalDate to = LocalDate.of(2020, 3, 30);
    List<StoredBar> within =
        ROWS.stream().filter(b -> !b.date().isBefore(from) && !b.date().isAfter(to)).toList();
    NaiveBars.of(within, Adjust.NONE).assertSame(read(from, to));
    // One of these days is the last of a page, so that nothing else keeps the page from being left
    // out.
    for (StoredBar row : ROWS.subList(17, 22)) {
      NaiveBars.of(List.of(row), Adjust.NONE).assertSame(read(row.date(), row.date()));
    }
    try (Market market = Markets.open(folder.toString(), Adjust.NONE)) {
      assertThat(market.coverage("A").first()).isEqualTo(SampleBars.FIRST);
      assertThat(market.coverage("A").last()).isEqualTo(SampleBars.LAST);
    }
  }

  private static void add(Group group, String column, Object value) {
    if (value instanceof Integer number) {
      group.add(column, number);
    } else if (value instanceof Long number) {
      group.add(column, number);
    } else if (value instanceof Double number) {
      group.add(column, number);
    } else if (value instanceof Binary binary) {
      group.add(column, binary);
    } else {
      group.add(column, value.toString());
    }
  }

  /** A price of whole cents, exact in every type of the table. */
  private static final StoredBar CENTS =
      new StoredBar("A", LocalDate.of(2020, 1, 2), 1.0, 1.0, 1.0, 101.25, null, 1.0);

  static Stream<Arguments> priceTypes() {
    return Stream.of(
        Arguments.of("required double c", 101.25, 101.25),
        Arguments.of("optional float c", 101.25f, 101.25),
        Arguments.of("required int32 c", 101, 101.0),
        Arguments.of("required int64 c", 101L, 101.0),
        Arguments.of("required int32 c (INTEGER(8,false))", 101, 101.0),
        Arguments.of("required int32 c (INTEGER(32,false))", -2, 4294967294.0),
        Arguments.of("required int64 c (INTEGER(64,false))", -1L, 18446744073709551615.0),
        Arguments.of("required int32 c (DECIMAL(9,2))", 10125, 101.25),
        Arguments.of("required int32 c (DECIMAL(9,1))", 1013, 101.3),
        Arguments.of("required int64 c (DECIMAL(18,4))", 1012500L, 101.25),
        Arguments.of("required int64 c (DECIMAL(18,17))", 123456789012345678L, 1.2345678901234568),
        Arguments.of("required binary c (DECIMAL(20,2))", bytes(10125, 3), 101.25),
        Arguments.of(
            "required fixed_len_byte_array(16) c (DECIMAL(38,2))", bytes(10125, 16), 101.25));
  }

  private static Binary bytes(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < Math.min(8, length); i++) {
      bytes[length - 1 - i] = (byte) (value >> (8 * i));
    }
    return Binary.fromConstantByteArray(bytes);
  }

  @ParameterizedTest
  @MethodSource("priceTypes")
  void understandsNumbers(String type, Object stored, double value) throws Exception {
    write(
        new ParquetSample()
            .date()
            .column(
                type.replaceFirst(" c\\b", " close"),
                (group, bar) -> {
                  if (stored instanceof Float number) {
                    group.add("close", number);
                  } else {
                    add(group, "close", stored);
                  }
                }),
        List.of(CENTS));
    assertThat(read(CENTS.date(), CENTS.date()).column(Column.CLOSE)).containsExactly(value);
  }

  @Test
  void understandsNamesInAnyOrderWithThePandasIndexLast() throws Exception {
    write(
        new ParquetSample()
            .number("Volume", Field.VOLUME)
            .number("Adj_Close", Field.ADJUSTED_CLOSE)
            .number("CLOSE", Field.CLOSE)
            .number("Dividends", Field.OPEN)
            .number("Low", Field.LOW)
            .number("open_price", Field.OPEN)
            .number("h", Field.HIGH)
            .column(
                "optional int64 __index_level_0__ (TIMESTAMP(NANOS,false))",
                (g, b) -> g.add("__index_level_0__", b.date().toEpochDay() * 86_400_000_000_000L)),
        ROWS);
    NaiveBars.of(ROWS, Adjust.NONE).assertSame(read(LocalDate.MIN, LocalDate.MAX));
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      NaiveBars.of(ROWS, Adjust.AUTO)
          .assertSame(market.read("A", EnumSet.allOf(Column.class), LocalDate.MIN, LocalDate.MAX));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 250, 100_000})
  void readsRowGroupsAndPagesOfAnySize(long groupRows) throws Exception {
    write(ParquetSample.oneSymbol().groupRows(groupRows).pageRows(3), ROWS);
    NaiveBars.of(ROWS, Adjust.NONE).assertSame(read(LocalDate.MIN, LocalDate.MAX));
    LocalDate from = LocalDate.of(2020, 6, 1);
    List<StoredBar> later = ROWS.stream().filter(b -> !b.date().isBefore(from)).toList();
    NaiveBars.of(later, Adjust.NONE).assertSame(read(from, LocalDate.MAX));
  }

  @Test
  void leavesOutRowGroupsOfOtherDays() throws Exception {
    write(ParquetSample.oneSymbol().groupRows(100).pageRows(20), ROWS);
    ParquetFile file = ParquetFile.open(folder.resolve("A.parquet"), names -> names);
    DayColumn days = new DayColumn(file, file.column("date"));
    int day = (int) ROWS.get(150).date().toEpochDay();
    int rows = 0;
    try (Stretches groups = file.read(List.of(days.column()), days.between(day, day))) {
      while (groups.next()) {
        rows += groups.rows();
      }
    }
    assertThat(rows).isEqualTo(100);
  }

  @Test
  void givesNaNForColumnsThatAFileDoesNotHave() throws Exception {
    write(new ParquetSample().date().number("close", Field.CLOSE), ROWS.subList(0, 5));
    BarSlice slice = read(LocalDate.MIN, LocalDate.MAX);
    assertThat(slice.column(Column.OPEN)).containsOnly(Double.NaN);
    assertThat(slice.column(Column.VOLUME)).containsOnly(Double.NaN);
    assertThat(slice.column(Column.HIGH)).isEqualTo(slice.column(Column.CLOSE));
    assertThat(slice.findings())
        .extracting(Finding::rule, Finding::rows)
        .containsExactly(tuple("high_low_filled", 5L), tuple("missing_open", 5L));
  }

  @Test
  void setsAsideRowsWithoutADate() throws Exception {
    Map<Integer, String> bad = Map.of(3, "01/02/2020", 7, "2020-02-30");
    write(
        new ParquetSample()
            .column(
                "optional binary date (STRING)",
                (group, bar) -> {
                  int row = ROWS.indexOf(bar);
                  if (row != 5) {
                    group.add("date", bad.getOrDefault(row, bar.date().toString()));
                  }
                })
            .numbers(),
        ROWS.subList(0, 10));
    BarSlice slice = read(LocalDate.MIN, LocalDate.MAX);
    assertThat(slice.size()).isEqualTo(7);
    Finding finding = slice.findings().get(0);
    assertThat(finding.rule()).isEqualTo("bad_date");
    assertThat(finding.rows()).isEqualTo(3);
    assertThat(finding.date()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeated double close",
        "required binary close (STRING)",
        "optional group close { optional double value; }",
        "required boolean close",
        "required double last_name"
      })
  void refusesACloseThatIsNoNumber(String type) throws Exception {
    write(new ParquetSample().date().column(type, SchemaVariantsTest::addSomething), ROWS);
    assertThatThrownBy(() -> read(LocalDate.MIN, LocalDate.MAX))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("A.parquet")
        .hasMessageContaining("close")
        .hasMessageNotContaining("\n");
  }

  private static void addSomething(Group group, StoredBar bar) {
    String name = group.getType().getFieldName(1);
    var type = group.getType().getType(name);
    if (!type.isPrimitive()) {
      group.addGroup(name).add("value", 1.0);
      return;
    }
    switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> group.add(name, 1.0);
      case BOOLEAN -> group.add(name, true);
      default -> group.add(name, "1.0");
    }
  }

  @Test
  void refusesTwoColumnsOfOneMeaning() throws Exception {
    write(
        new ParquetSample().date().number("close", Field.CLOSE).number("Close", Field.OPEN), ROWS);
    assertThatThrownBy(() -> read(LocalDate.MIN, LocalDate.MAX))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("[close, Close] all mean close");
  }
}
