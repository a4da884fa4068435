package nightshift.transforms.panel;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * Where a panel's bars are: in memory, or in a file. Symbols are told by their places, from 0, in
 * natural order of their names. Shared between threads.
 *
 * <p>Methods that read throw {@link java.io.UncheckedIOException}, with a {@link ScratchException}
 * as its cause, when the bars cannot be read.
 */
interface Storage extends AutoCloseable {

  /** How many symbols there are. */
  int size();

  String symbol(int place);

  /** How many bars a symbol has. */
  int length(int place);

  /** Whether reading takes no memory, as all bars are there already. */
  boolean isInMemory();

  /**
   * A symbol's bars, with at least those of a stretch, and with at least some columns.
   *
   * @param room where they are put if they are not in memory; nothing read into it before may be
   *     used from then on
   */
  SymbolBars read(int place, Set<Column> columns, Stretch stretch, Room room);

  /**
   * The bars of all symbols in memory of their own, with at least those of a stretch. Equal arrays
   * of days are one.
   */
  List<SymbolBars> readAll(Set<Column> columns, Stretch stretch);

  /**
   * A symbol's bars as {@link #readAll} has them.
   *
   * @param known arrays of days that are there already
   */
  SymbolBars copy(int place, Set<Column> columns, Stretch stretch, Room room, EqualDays known);

  /** Lets the bars go; nothing may be read any more. */
  @Override
  void close();
}
