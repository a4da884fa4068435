package nightshift.transforms;

import java.io.IOException;
import java.util.BitSet;
import nightshift.io.market.BarSlice;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Transfer;

/**
 * Makes a panel of slices, which come in any order and from several threads; what comes of it
 * depends on their places alone.
 */
interface PanelAssembly extends AutoCloseable {

  /**
   * Takes a slice with at least one bar; it must not be used any more.
   *
   * @param place of the symbol among all of the fold, each given once at most
   * @param transfer the thread's own
   */
  void add(int place, BarSlice slice, Transfer transfer) throws IOException;

  /**
   * The epoch days of a symbol that was added; may be the array that is kept.
   *
   * @param transfer the thread's own
   */
  int[] days(int place, Transfer transfer) throws IOException;

  /** Takes a symbol out that was added, when no more slices will come. */
  void remove(int place) throws IOException;

  /**
   * Takes some bars of a symbol out, but not all, when no more slices will come.
   *
   * @param transfer the thread's own
   */
  void removeBars(int place, BitSet gone, Transfer transfer) throws IOException;

  /** The panel of all slices that were added, at least one, when no more will come. */
  Panel panel();

  /** Lets go of everything; for a panel that was not finished. */
  @Override
  void close();
}
