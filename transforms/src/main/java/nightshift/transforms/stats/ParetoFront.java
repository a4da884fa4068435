package nightshift.transforms.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Those of some candidates that qualify and that no other of them dominates. Of candidates that are
 * equally good in every objective, the first by an order is taken for all.
 */
public final class ParetoFront<T> {
  private final Function<T, Score> score;
  private final Comparator<T> order;
  private final List<T> members = new ArrayList<>();
  private int changes;

  /**
   * @param order in which members are given; whatever order they came in
   */
  public ParetoFront(Function<T, Score> score, Comparator<T> order) {
    this.score = score;
    this.order = order;
  }

  /** Takes another candidate. */
  public void add(T candidate) {
    Score added = score.apply(candidate);
    if (!added.qualified()) {
      return;
    }
    for (int i = 0; i < members.size(); i++) {
      Score member = score.apply(members.get(i));
      if (member.dominance(added) > 0) {
        return;
      }
      if (member.equalsInAll(added)) {
        if (order.compare(candidate, members.get(i)) < 0) {
          members.set(i, candidate);
        }
        return;
      }
    }
    members.removeIf(member -> added.dominance(score.apply(member)) > 0);
    members.add(candidate);
    changes++;
  }

  /** How often a candidate came that was better than, or unlike, all members so far. */
  public int changes() {
    return changes;
  }

  /** How many members there are. */
  public int size() {
    return members.size();
  }

  /** The members, in order. */
  public List<T> members() {
    return members.stream().sorted(order).toList();
  }
}
