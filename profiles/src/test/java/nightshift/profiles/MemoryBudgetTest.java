package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBudgetTest {
  private static final OptionalInt AUTO = OptionalInt.empty();

  @ParameterizedTest
  @CsvSource({
    "192, 1, true, true",
    "288, 1, false, true",
    "512, 2, false, true",
    "1024, 4, true, false",
    "7777, 16, false, false"
  })
  void thePartsAddUpToTheWhole(int memory, int workers, boolean quick, boolean serial) {
    MemoryBudget budget = MemoryBudget.of(memory, AUTO, workers, quick, serial);
    assertThat(budget.totalMb()).isEqualTo(memory);
    assertThat(budget.heapMb()).isGreaterThanOrEqualTo(MemoryBudget.MIN_HEAP_MB);
    assertThat(budget.youngMb()).isBetween(8, budget.heapMb() / 2);
    assertThat(budget.nativeMb()).isGreaterThanOrEqualTo(20);
    assertThat(MemoryBudget.of(memory, OptionalInt.of(64), workers, quick, serial).totalMb())
        .as("by hand")
        .isEqualTo(memory);
  }

  @Test
  void nearlyHalfOfALittleMemoryIsHeap() {
    MemoryBudget budget = MemoryBudget.of(288, AUTO, 1, false, true);
    assertThat(budget.heapMb()).isEqualTo(130);
    assertThat(MemoryBudget.of(512, AUTO, 1, false, true).heapMb()).isEqualTo(351);
  }

  @Test
  void collectorsWithLargeTablesLeaveLess() {
    int serial = MemoryBudget.of(4096, AUTO, 1, false, true).heapMb();
    int other = MemoryBudget.of(4096, AUTO, 1, false, false).heapMb();
    assertThat(serial - other).isBetween(150, 250);
  }

  @Test
  void aShortRunHasFewNewObjectsWhateverTheMemory() {
    assertThat(MemoryBudget.of(8000, AUTO, 2, true, true).youngMb()).isEqualTo(32);
    assertThat(MemoryBudget.of(8000, AUTO, 2, false, true).youngMb()).isEqualTo(256);
    assertThat(MemoryBudget.of(288, AUTO, 1, false, true).youngMb()).isEqualTo(16);
  }

  @Test
  void eachPartIsHeldByAFlag() {
    MemoryBudget budget = MemoryBudget.of(512, AUTO, 1, true, true);
    assertThat(budget.flags())
        .contains(
            "-Xmx" + budget.heapMb() + "m",
            "-XX:MaxMetaspaceSize=" + budget.classesMb() + "m",
            "-XX:ReservedCodeCacheSize=" + budget.codeMb() + "m",
            "-XX:MaxDirectMemorySize=" + budget.directMb() + "m");
    assertThat(budget.serialFlags()).contains("-Xmn32m");
    assertThat(budget).hasToString("heap 383, classes 72, code 20, stacks 5, direct 6, native 26");
  }

  @Test
  void tooLittleIsRefused() {
    assertThatThrownBy(() -> MemoryBudget.of(192, AUTO, 8, true, true))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("raise --memory, or lower --workers");
    assertThatThrownBy(() -> MemoryBudget.of(512, OptionalInt.of(400), 1, false, true))
        .hasMessageContaining("at most 351 MB of a memory of 512 MB");
  }
}
