package nightshift.transforms.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightshift.io.market.Column;

/** A panel's bars in a {@link Scratch} file, of which memory has only where each symbol is. */
final class InScratch implements Storage {
  private final Scratch scratch;
  private final String[] symbols;
  private final long[] starts;
  private final int[] lengths;
  private final int firstEpochDay;
  private final int[] places;

  /**
   * @param symbols in natural order
   * @param starts where each is in the file
   * @param lengths how many bars each has
   * @param calendar epoch days, all of the symbols' among them
   */
  InScratch(Scratch scratch, String[] symbols, long[] starts, int[] lengths, int[] calendar) {
    this.scratch = scratch;
    this.symbols = symbols;
    this.starts = starts;
    this.lengths = lengths;
    this.firstEpochDay = calendar[0];
    this.places = new int[calendar[calendar.length - 1] - firstEpochDay + 1];
    for (int day = 0; day < calendar.length; day++) {
      places[calendar[day] - firstEpochDay] = day;
    }
  }

  @Override
  public int size() {
    return symbols.length;
  }

  @Override
  public String symbol(int place) {
    return symbols[place];
  }

  @Override
  public int length(int place) {
    return lengths[place];
  }

  @Override
  public boolean isInMemory() {
    return false;
  }

  @Override
  public SymbolBars read(int place, Set<Column> columns, Stretch stretch, Room room) {
    int[] days = room.days(lengths[place]);
    readDays(place, days, room.transfer());
    int from = stretch.from(days, lengths[place]);
    int to = stretch.to(days, lengths[place]);
    System.arraycopy(days, from, days, 0, to - from);
    Map<Column, double[]> values = new EnumMap<>(Column.class);
    for (Column column : columns) {
      double[] array = room.values(column, to - from);
      scratch.read(starts[place], lengths[place], column, from, to, array, room.transfer());
      values.put(column, array);
    }
    return new SymbolBars(symbols[place], days, to - from, values);
  }

  @Override
  public List<SymbolBars> readAll(Set<Column> columns, Stretch stretch) {
    Room room = new Room(new Transfer());
    EqualDays known = new EqualDays();
    List<SymbolBars> all = new ArrayList<>(symbols.length);
    for (int place = 0; place < symbols.length; place++) {
      all.add(copy(place, columns, stretch, room, known));
    }
    return all;
  }

  @Override
  public SymbolBars copy(
      int place, Set<Column> columns, Stretch stretch, Room room, EqualDays known) {
    SymbolBars read = read(place, columns, stretch, room);
    Map<Column, double[]> values = new EnumMap<>(Column.class);
    for (Column column : columns) {
      values.put(column, Arrays.copyOf(read.column(column), read.length()));
    }
    int[] days = known.one(Arrays.copyOf(read.days(), read.length()));
    return new SymbolBars(read.symbol(), days, values);
  }

  /** Reads days as indices into the calendar. */
  private void readDays(int place, int[] days, Transfer transfer) {
    scratch.readDays(starts[place], lengths[place], days, transfer);
    for (int bar = 0; bar < lengths[place]; bar++) {
      days[bar] = places[days[bar] - firstEpochDay];
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
