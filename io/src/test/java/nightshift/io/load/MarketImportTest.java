package nightshift.io.load;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Coverage;
import nightshift.io.market.Finding;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketImportTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void aStoreBecomesAStoreOfAnotherKind(String name) throws IOException {
    Path target = folder.resolve(name);
    ImportSummary summary = Import.run(new TwoSymbols(), target, ImportProgress.NONE);

    assertThat(StoredBars.of(target, "^IDX"))
        .containsExactly(
            "2024-01-02,null,12.0,9.0,11.0,null", "2024-01-03,10.0,12.0,9.0,10.5,70.0");
    assertThat(summary.symbols()).isEqualTo(1);
    assertThat(summary.bars()).isEqualTo(2);
    assertThat(summary.rowsRead()).isEqualTo(5);
    assertThat(summary.setAside())
        .containsExactly(new ImportSummary.Blemish("missing_close", 3, "^IDX 2024-01-02"));
    assertThat(summary.takenWith())
        .containsExactly(
            new ImportSummary.Blemish("missing_adjusted_close", 2, "^IDX 2024-01-02"),
            new ImportSummary.Blemish("missing_open", 1, "^IDX"));
    assertThat(summary.filesAside())
        .containsExactly(new ImportSummary.FileAside("BROKEN", "BROKEN.parquet is cut off"));
  }

  /** One symbol with two bars and findings, and one that cannot be read. */
  private static final class TwoSymbols implements Market {
    @Override
    public String location() {
      return "/in/memory";
    }

    @Override
    public String kind() {
      return "two symbols in memory";
    }

    @Override
    public List<String> symbols() {
      return List.of("BROKEN", "^IDX");
    }

    @Override
    public Coverage coverage(String symbol) {
      throw new UnsupportedOperationException("an import reads all there is");
    }

    @Override
    public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
        throws MarketException {
      if (symbol.equals("BROKEN")) {
        throw new MarketException("BROKEN.parquet is cut off");
      }
      assertThat(columns).containsExactlyInAnyOrder(Column.values());
      assertThat(from).isBefore(LocalDate.of(1900, 1, 1));
      assertThat(to).isAfter(LocalDate.of(2100, 1, 1));
      Map<Column, double[]> values = new EnumMap<>(Column.class);
      values.put(Column.OPEN, new double[] {NaN, 10});
      values.put(Column.HIGH, new double[] {12, 12});
      values.put(Column.LOW, new double[] {9, 9});
      values.put(Column.CLOSE, new double[] {11, 10.5});
      values.put(Column.VOLUME, new double[] {NaN, 70});
      int day = (int) DAY.toEpochDay();
      return new BarSlice(
          symbol,
          new int[] {day, day + 1},
          values,
          List.of(
              new Finding(symbol, Optional.of(DAY), "missing_close", 3, "empty"),
              new Finding(symbol, Optional.empty(), "missing_open", 1, "zero"),
              new Finding(symbol, Optional.of(DAY), "missing_adjusted_close", 2, "empty")));
    }

    @Override
    public int filesOpened() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
