package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.panel.Room;
import nightshift.transforms.panel.Transfer;

/**
 * What a worker needs to look at one block of symbols after another without taking new memory:
 * arrays for indicators, lent to a block and taken back when the next one comes, and for prices
 * that are read from a file. An instance belongs to one worker.
 */
public final class Workspace {
  private final List<IndicatorMemo> memos = new ArrayList<>();
  private final List<double[]> free = new ArrayList<>();
  private final List<Room> rooms = new ArrayList<>();
  private final Transfer transfer = new Transfer();
  private int capacity;

  /** Takes back what the block before had, and makes ready for another. */
  void begin(int symbols, int mostBars) {
    for (IndicatorMemo memo : memos) {
      memo.clear();
    }
    if (mostBars > capacity) {
      capacity = mostBars;
      free.clear();
    }
    while (memos.size() < symbols) {
      memos.add(new IndicatorMemo(this));
    }
  }

  /** What is remembered of the i-th symbol of the block. */
  IndicatorMemo memo(int i) {
    return memos.get(i);
  }

  /** Where the bars of the i-th symbol of the block are put, if they are not in memory. */
  Room room(int i) {
    while (rooms.size() <= i) {
      rooms.add(new Room(transfer));
    }
    return rooms.get(i);
  }

  /** An array with room for any symbol's bars; its content is anything. */
  double[] lend() {
    return free.isEmpty() ? new double[capacity] : free.remove(free.size() - 1);
  }

  /** Takes an array back; one that has become too short is let go. */
  void takeBack(double[] array) {
    if (array.length >= capacity) {
      free.add(array);
    }
  }
}
