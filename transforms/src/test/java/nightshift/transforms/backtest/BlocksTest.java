package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final Window WINDOW = new Window(0, 2);

  /** Four symbols; with open and close, 32 bytes each, but C has 16. */
  private static Panel panel() {
    double[] twoBars = {1, 1, 1, 1};
    return new Prices(2)
        .from(0, "A", twoBars)
        .from(0, "B", twoBars)
        .from(0, "C", 1, 1)
        .from(0, "D", twoBars)
        .panel();
  }

  private static List<Block> blocks(Blocks blocks) {
    List<Block> all = new ArrayList<>();
    blocks.forEach(all::add);
    return all;
  }

  private static Blocks blocksOf(Strategy strategy, long blockBytes) {
    Panel panel = panel();
    return new Blocks(
        panel, WINDOW, strategy, 0, blockBytes, new Workbench().workspace(panel.days()));
  }

  private static List<Integer> sizes(long blockBytes) {
    Blocks blocks = blocksOf(scripted(Scope.SYMBOL), blockBytes);
    return blocks(blocks).stream().map(Block::size).toList();
  }

  private static Scripted scripted(Scope scope) {
    return new Scripted(scope, (candidate, symbol, day) -> 0);
  }

  private static void assertMemo(Block block, String expected) {
    String memo = block.memo("key", b -> "again");
    assertThat(memo).isEqualTo(expected);
  }

  @Test
  void takeAsManySymbolsAsTheBytesHold() {
    assertThat(sizes(112)).containsExactly(4);
    assertThat(sizes(111)).containsExactly(3, 1);
    assertThat(sizes(63)).containsExactly(1, 2, 1);
  }

  @Test
  void holdAtLeastOneSymbol() {
    assertThat(sizes(0)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void forgetWhatWasMemoisedWhereSymbolsStandAlone() {
    Blocks blocks = blocksOf(scripted(Scope.SYMBOL), Long.MAX_VALUE);
    blocks.forEach(block -> block.memo("key", b -> "first"));
    blocks.forEach(block -> assertMemo(block, "again"));
  }

  @Test
  void keepOneBlockAndItsMemoWhereSymbolsAreComparedWithEachOther() {
    Blocks blocks = blocksOf(scripted(Scope.PANEL), 1);
    blocks.forEach(block -> block.memo("key", b -> "first"));
    blocks.forEach(block -> assertMemo(block, "first"));
    assertThat(blocks(blocks)).hasSize(1);
    assertThat(blocks(blocks).get(0).size()).isEqualTo(4);
  }
}
