package nightshift.transforms.strategy.builtin;

import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Targets;

/**
 * How many legs of open pairs each symbol bears: those held less those short. Counted in whole
 * numbers, so that legs which cancel leave exactly nothing.
 */
final class Legs {
  private final Block block;
  private final Targets targets;
  private final double weight;
  private final int[] net;

  /**
   * @param weight of one leg, a share of the whole capital
   */
  Legs(Block block, Targets targets, double weight) {
    this.block = block;
    this.targets = targets;
    this.weight = weight;
    this.net = new int[block.size()];
  }

  /**
   * Adds legs to a symbol, or takes some away.
   *
   * @param bar at whose close it is decided; {@link Bars#length()} where there is none any more
   */
  void add(Bars bars, int bar, int legs) {
    net[bars.index()] += legs;
    if (bar < bars.length()) {
      targets.set(bars, bar, net[bars.index()] * weight);
    }
  }

  /** Takes all legs away from all symbols, at the first bar of each from a day on. */
  void clear(int day) {
    for (Bars bars : block) {
      int legs = net[bars.index()];
      if (legs != 0) {
        add(bars, bars.barFrom(day), -legs);
      }
    }
  }
}
