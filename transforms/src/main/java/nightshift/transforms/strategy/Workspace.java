package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.panel.Room;
import nightshift.transforms.panel.Transfer;

/**
 * Arrays for indicators that a worker uses again and again: lent to a block of symbols, and taken
 * back when the next one comes. What is slow to compute stays for when the same symbols come again,
 * as far as there is room. And arrays for prices that are read from a file. An instance belongs to
 * one worker.
 */
public final class Workspace {
  private final List<IndicatorMemo> memos = new ArrayList<>();
  private final List<double[]> free = new ArrayList<>();
  private final List<KeptIndicators> kept = new ArrayList<>();
  private final List<Room> rooms = new ArrayList<>();
  private final Transfer transfer = new Transfer();
  private int capacity;
  private long room;

  /**
   * Takes back everything, and makes ready for another panel or window.
   *
   * @param mostBars of any symbol
   * @param keptBytes how much indicators may take that stay from block to block; changes no result
   */
  public void restart(int mostBars, long keptBytes) {
    memos.forEach(IndicatorMemo::clear);
    kept.forEach(symbol -> symbol.forEach(this::takeBack));
    kept.clear();
    if (mostBars > capacity) {
      capacity = mostBars;
      free.clear();
    }
    room = keptBytes;
  }

  /**
   * Takes back what the block before had, and makes ready for another.
   *
   * @param from place in the panel of the block's first symbol, inclusive
   * @param to place after its last one
   */
  void begin(int from, int to) {
    memos.forEach(IndicatorMemo::clear);
    while (memos.size() < to - from) {
      memos.add(new IndicatorMemo(this));
    }
    while (kept.size() < to) {
      kept.add(new KeptIndicators());
    }
    for (int i = from; i < to; i++) {
      memos.get(i - from).begin(kept.get(i));
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

  /** Whether there is room for something that stays; it counts from now on. */
  boolean keep(long bytes) {
    if (bytes > room) {
      return false;
    }
    room -= bytes;
    return true;
  }

  /** Takes an array back; one that has become too short is let go. */
  void takeBack(double[] array) {
    if (array.length >= capacity) {
      free.add(array);
    }
  }
}
