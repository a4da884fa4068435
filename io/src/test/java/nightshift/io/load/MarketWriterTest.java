package nightshift.io.load;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nightshift.io.market.MarketException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every kind of store that is written. */
class MarketWriterTest {
  private static final int DAY = (int) LocalDate.of(2024, 2, 29).toEpochDay();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db", "market.SQLITE"})
  void barsAreThereAfterTheCommit(String name) throws IOException {
    Path target = folder.resolve("new/folder").resolve(name);
    try (MarketWriter writer = MarketWriter.to(target)) {
      writer.write(bars("M&M.NS", null, 1.5, NaN));
      writer.write(bars("A/B", null, 0.25, 3));
      assertThat(target).doesNotExist();
      writer.commit();
    }

    assertThat(StoredBars.of(target, "M&M.NS"))
        .containsExactly(
            "2024-02-29,null,2.5,0.5,1.5,1000.0", "2024-03-01,null,null,null,null,null");
    assertThat(StoredBars.of(target, "A/B"))
        .containsExactly(
            "2024-02-29,null,1.25,-0.75,0.25,1000.0", "2024-03-01,null,4.0,2.0,3.0,1000.0");
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void anAdjustedCloseIsKeptWhereThereIsOne(String name) throws IOException {
    Path target = folder.resolve(name);
    try (MarketWriter writer = MarketWriter.to(target)) {
      writer.write(bars("PLAIN", null, 1, 2));
      writer.write(bars("ADJUSTED", new double[] {0.5, NaN}, 1, 2));
      writer.commit();
    }

    assertThat(StoredBars.of(target, "ADJUSTED"))
        .containsExactly(
            "2024-02-29,null,2.0,0.0,1.0,1000.0,0.5", "2024-03-01,null,3.0,1.0,2.0,1000.0,null");
    assertThat(StoredBars.of(target, "PLAIN")).allMatch(row -> !row.contains("0.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void aNewStoreReplacesTheOldOneWhole(String name) throws IOException {
    Path target = folder.resolve(name);
    store(target, "OLD");
    store(target, "NEW");

    assertThat(StoredBars.of(target, "NEW")).hasSize(2);
    assertThat(StoredBars.of(target, "OLD")).isEmpty();
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void withoutACommitTheOldStoreStays(String name) throws IOException {
    Path target = folder.resolve(name);
    store(target, "OLD");
    try (MarketWriter writer = MarketWriter.to(target)) {
      writer.write(bars("NEW", null, 1, 2));
    }

    assertThat(StoredBars.of(target, "OLD")).hasSize(2);
    assertThat(StoredBars.of(target, "NEW")).isEmpty();
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void leftoversOfAnImportThatDiedAreRemoved(String name) throws IOException {
    Path target = folder.resolve(name);
    store(target, "OLD");
    Path work = folder.resolve("." + name + ".importing");
    Files.createDirectories(work.resolve("store/half"));
    Files.writeString(work.resolve("lock"), "");
    store(target, "NEW");

    assertThat(StoredBars.of(target, "NEW")).hasSize(2);
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void aStoreLeftBetweenTheTwoRenamesIsPutBack(String name) throws IOException {
    Path target = folder.resolve(name);
    store(target, "OLD");
    Path work = Files.createDirectories(folder.resolve("." + name + ".importing"));
    Files.move(target, work.resolve("old"));
    MarketWriter.to(target).close();

    assertThat(StoredBars.of(target, "OLD")).hasSize(2);
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void twoImportsToOneTargetAreRefused(String name) throws IOException {
    Path target = folder.resolve(name);
    try (MarketWriter first = MarketWriter.to(target)) {
      assertThatThrownBy(() -> MarketWriter.to(target))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("another import is writing " + target);
      first.write(bars("A", null, 1, 2));
      first.commit();
    }
    assertThat(StoredBars.of(target, "A")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void whatNoImportWroteIsLeftAlone(String name) throws IOException {
    Path target = folder.resolve(name);
    Path precious =
        name.equals("market") ? Files.createDirectory(target).resolve("x.parquet") : target;
    Files.writeString(precious, "precious");

    assertThatThrownBy(() -> MarketWriter.to(target))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining(target.toString())
        .hasMessageContaining("no import wrote")
        .hasMessageContaining("--to");
    assertThat(precious).hasContent("precious");
    assertThat(beside(target)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void aSymbolIsWrittenOnce(String name) throws IOException {
    try (MarketWriter writer = MarketWriter.to(folder.resolve(name))) {
      writer.write(bars("TWICE", null, 1, 2));
      assertThatThrownBy(() -> writer.write(bars("TWICE", null, 3, 4)))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("TWICE");
    }
  }

  private static void store(Path target, String symbol) throws IOException {
    try (MarketWriter writer = MarketWriter.to(target)) {
      writer.write(bars(symbol, null, 1, 2));
      writer.commit();
    }
  }

  /** Two bars around the given closes; a NaN close leaves the whole row empty. */
  private static SymbolBars bars(
      String symbol, double[] adjusted, double firstClose, double secondClose) {
    double[] close = {firstClose, secondClose};
    double[] empty = {NaN, NaN};
    double[] high = {firstClose + 1, secondClose + 1};
    double[] low = {firstClose - 1, secondClose - 1};
    double[] volume = {1000, secondClose * 0 + 1000};
    return new SymbolBars(
        symbol, new int[] {DAY, DAY + 1}, empty, high, low, close, volume, adjusted);
  }

  private static List<String> beside(Path target) throws IOException {
    try (Stream<Path> entries = Files.list(target.getParent())) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
