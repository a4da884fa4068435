package nightshift.transforms.strategy;

import java.util.List;

/**
 * A strategy of {@link Strategy.Scope#PANEL} that trades pairs of symbols and can say which: a run
 * writes down those of its best candidates on the unseen days.
 */
public interface FormsPairs {
  /**
   * All pairs that a choice may trade in the window, formation after formation, and within one in
   * the order in which the strategy prefers them.
   */
  List<FormedPair> pairs(Block block, Values values);
}
