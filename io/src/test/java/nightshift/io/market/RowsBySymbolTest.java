package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nightshift.io.day.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are copied by symbol, each part of a table once. */
class RowsBySymbolTest {
  private static final Set<Field> CLOSE = EnumSet.of(Field.CLOSE);
  private static final DayRange ALL = new DayRange(0, 10_000);

  @TempDir Path folder;

  /** A part with a row of each of its symbols a day; the close tells the symbol and the day. */
  private static final class FakePart implements RowsBySymbol.Part {
    private final List<String> symbols;
    private final int firstDay;
    private final int days;
    private final List<Set<String>> copies = new ArrayList<>();

    FakePart(List<String> symbols, int firstDay, int days) {
      this.symbols = symbols;
      this.firstDay = firstDay;
      this.days = days;
    }

    @Override
    public boolean mayHave(String symbol, DayRange range) {
      return symbols.contains(symbol) && firstDay <= range.to() && firstDay + days > range.from();
    }

    @Override
    public void copy(Map<String, Integer> ranks, SymbolScratch into) throws MarketException {
      copies.add(Set.copyOf(ranks.keySet()));
      SymbolRows rows = new SymbolRows(into.fields(), days * symbols.size());
      for (int day = firstDay; day < firstDay + days; day++) {
        for (String symbol : symbols) {
          if (ranks.containsKey(symbol)) {
            int row = rows.add(ranks.get(symbol), day);
            rows.column(Field.CLOSE)[row] = close(symbol, day);
          }
        }
      }
      into.add(rows);
    }
  }

  private static double close(String symbol, int day) {
    return symbol.charAt(0) * 1000.0 + day;
  }

  private final FakePart early = new FakePart(List.of("A", "B", "C"), 0, 3);
  private final FakePart late = new FakePart(List.of("C", "B"), 3, 2);

  private RowsBySymbol rows() {
    return new RowsBySymbol(
        "t",
        List.of(early, late),
        () -> List.of("A", "B", "C"),
        new ScratchFolder(Optional.of(folder)));
  }

  private static int[] days(RowsBySymbol rows, String symbol, Set<Field> fields, DayRange range)
      throws MarketException {
    RawBars raw = new RawBars("t", fields);
    rows.read(symbol, range, raw);
    for (int row = 0; row < raw.size(); row++) {
      assertThat(raw.column(Field.CLOSE)[row]).isEqualTo(close(symbol, raw.days()[row]));
    }
    return Arrays.copyOf(raw.days(), raw.size());
  }

  @Test
  void copiesEachPartOnceForAllExpectedSymbols() throws Exception {
    try (RowsBySymbol rows = rows()) {
      rows.expect("B");
      rows.expect("C");
      assertThat(days(rows, "C", CLOSE, ALL)).containsExactly(0, 1, 2, 3, 4);
      assertThat(days(rows, "B", CLOSE, ALL)).containsExactly(0, 1, 2, 3, 4);
      assertThat(days(rows, "B", CLOSE, new DayRange(2, 3))).containsExactly(2, 3);
      assertThat(early.copies).containsExactly(Set.of("B", "C"));
      assertThat(late.copies).containsExactly(Set.of("B", "C"));
    }
  }

  @Test
  void leavesPartsAloneThatHaveNoWantedRow() throws Exception {
    try (RowsBySymbol rows = rows()) {
      rows.expect("B");
      assertThat(days(rows, "B", CLOSE, new DayRange(3, 9))).containsExactly(3, 4);
      assertThat(early.copies).isEmpty();
      assertThat(days(rows, "B", CLOSE, ALL)).containsExactly(0, 1, 2, 3, 4);
      assertThat(early.copies).hasSize(1);
    }
  }

  @Test
  void copiesAllSymbolsWhenAnotherOneIsRead() throws Exception {
    try (RowsBySymbol rows = rows()) {
      rows.expect("B");
      days(rows, "B", CLOSE, ALL);
      assertThat(days(rows, "A", CLOSE, ALL)).containsExactly(0, 1, 2);
      assertThat(days(rows, "C", CLOSE, ALL)).containsExactly(0, 1, 2, 3, 4);
      assertThat(early.copies).containsExactly(Set.of("B"), Set.of("A", "B", "C"));
    }
  }

  @Test
  void copiesAgainForAnotherColumn() throws Exception {
    try (RowsBySymbol rows = rows()) {
      days(rows, "B", CLOSE, ALL);
      days(rows, "B", EnumSet.of(Field.CLOSE, Field.OPEN), ALL);
      days(rows, "B", CLOSE, ALL);
      assertThat(early.copies).hasSize(2);
    }
  }

  @Test
  void leavesNoFileBehind() throws Exception {
    try (RowsBySymbol rows = rows()) {
      days(rows, "B", CLOSE, ALL);
    }
    assertThat(Files.list(folder)).isEmpty();
  }

  @Test
  void saysWhereTheScratchFileCouldNotBe() throws Exception {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> new SymbolScratch(gone, CLOSE, 1))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("the scratch file for rows by symbol in " + gone);
  }

  @Test
  void keepsTheOrderOfRowsAndThoseWithoutADay() throws Exception {
    Random random = new Random(1);
    int count = 30_000;
    int[] ranks = random.ints(count, 0, 7).toArray();
    int[] days = random.ints(count, -1, 50).map(d -> d < 0 ? Days.NONE : d).toArray();
    SymbolRows rows = new SymbolRows(CLOSE);
    rows.setRanks(ranks, count);
    BitSet all = new BitSet();
    all.set(0, count);
    rows.setDays(days, all);
    for (int i = 0; i < count; i++) {
      rows.column(Field.CLOSE)[i] = i;
    }
    try (SymbolScratch scratch = new SymbolScratch(folder, CLOSE, 7)) {
      scratch.add(rows);
      for (int rank = 0; rank < 7; rank++) {
        assertOrder(scratch, rank, ranks, days);
      }
    }
  }

  private static void assertOrder(SymbolScratch scratch, int rank, int[] ranks, int[] days)
      throws IOException {
    DayRange range = new DayRange(10, 40);
    RawBars raw = new RawBars("t", CLOSE);
    scratch.read(rank, 0, 1, range, raw);
    int at = 0;
    for (int row = 0; row < ranks.length; row++) {
      if (ranks[row] == rank && range.takes(days[row])) {
        assertThat(raw.days()[at]).isEqualTo(days[row]);
        assertThat(raw.column(Field.CLOSE)[at++]).isEqualTo(row);
      }
    }
    assertThat(raw.size()).isEqualTo(at);
  }
}
