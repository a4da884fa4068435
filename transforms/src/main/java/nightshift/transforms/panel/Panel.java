package nightshift.transforms.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * One fold's prices: a calendar, and the bars of every symbol on it in natural order of the
 * symbols. It begins with the warm-up days before the fold, and ends with the fold's last test day.
 * The bars are in memory or in a scratch file, and read from there symbol by symbol; that changes
 * no result.
 */
public final class Panel implements AutoCloseable {
  private final int[] calendar;
  private final int[] symbolsOn;
  private final Storage storage;

  private Panel(int[] calendar, int[] symbolsOn, Storage storage) {
    this.calendar = calendar;
    this.symbolsOn = symbolsOn;
    this.storage = storage;
  }

  /**
   * A panel in memory.
   *
   * @param calendar epoch days, strictly ascending: every day on which any of the symbols has a bar
   */
  public Panel(int[] calendar, List<SymbolBars> symbols) {
    this(calendar, counted(calendar, symbols), new InMemory(List.copyOf(symbols)));
    for (int i = 1; i < calendar.length; i++) {
      if (calendar[i] <= calendar[i - 1]) {
        throw new IllegalArgumentException(
            "calendar must ascend, but " + date(calendar[i]) + " follows " + date(calendar[i - 1]));
      }
    }
    checkOrder(storage);
  }

  /**
   * A panel whose bars are in a file.
   *
   * @param calendar epoch days, strictly ascending: every day on which any of the symbols has a bar
   * @param symbolsOn for each of these days, how many symbols have a bar
   * @param symbols their names, in natural order
   * @param starts where the file has each of them
   * @param lengths how many bars each of them has
   */
  public static Panel in(
      Scratch scratch,
      int[] calendar,
      int[] symbolsOn,
      String[] symbols,
      long[] starts,
      int[] lengths) {
    Storage storage = new InScratch(scratch, symbols, starts, lengths, calendar);
    checkOrder(storage);
    return new Panel(calendar, symbolsOn, storage);
  }

  private static void checkOrder(Storage storage) {
    for (int i = 1; i < storage.size(); i++) {
      if (storage.symbol(i).compareTo(storage.symbol(i - 1)) <= 0) {
        throw new IllegalArgumentException(
            "symbols must ascend, but " + storage.symbol(i) + " follows " + storage.symbol(i - 1));
      }
    }
  }

  private static int[] counted(int[] calendar, List<SymbolBars> symbols) {
    int[] counts = new int[calendar.length];
    for (SymbolBars symbol : symbols) {
      for (int bar = 0; bar < symbol.length(); bar++) {
        counts[symbol.days()[bar]]++;
      }
    }
    return counts;
  }

  private static LocalDate date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  /**
   * A panel of some of the symbols on the same calendar. It reads the bars of this one, and must
   * not be used any more when this one is closed; it need not be closed itself.
   *
   * @param places of the symbols, ascending
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public Panel some(int... places) {
    Storage some = new SomeOf(storage, places);
    int[] counts = new int[calendar.length];
    Room room = new Room(new Transfer());
    Stretch all = Stretch.upTo(new Window(0, calendar.length));
    for (int place = 0; place < some.size(); place++) {
      SymbolBars symbol = some.read(place, Set.of(), all, room);
      for (int bar = 0; bar < symbol.length(); bar++) {
        counts[symbol.days()[bar]]++;
      }
    }
    checkOrder(some);
    return new Panel(calendar, counts, some);
  }

  /** How many symbols there are. */
  public int size() {
    return storage.size();
  }

  /** The name of a symbol, given by its place. */
  public String symbol(int place) {
    return storage.symbol(place);
  }

  /** How many bars a symbol has, given by its place. */
  public int length(int place) {
    return storage.length(place);
  }

  /** Whether the bars are in memory, so that reading them takes none. */
  public boolean isInMemory() {
    return storage.isInMemory();
  }

  /**
   * A symbol's bars, with at least those of a stretch and at least some columns.
   *
   * @param place of the symbol, from 0
   * @param room where they are put if they are not in memory; nothing read into it before may be
   *     used from then on
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public SymbolBars read(int place, Set<Column> columns, Stretch stretch, Room room) {
    return storage.read(place, columns, stretch, room);
  }

  /**
   * The bars of all symbols in memory at once, with at least those of a stretch and at least some
   * columns.
   *
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public List<SymbolBars> readAll(Set<Column> columns, Stretch stretch) {
    return storage.readAll(columns, stretch);
  }

  /** All bars of all symbols, for a panel in memory. */
  public List<SymbolBars> symbols() {
    if (!isInMemory()) {
      throw new IllegalStateException("the bars are in a scratch file: read those that are wanted");
    }
    return readAll(Set.of(), Stretch.upTo(new Window(0, days())));
  }

  /** How many symbols have a bar on a day, given as an index into the calendar. */
  public int symbolsOn(int day) {
    return symbolsOn[day];
  }

  /** Lets the bars go; a panel in a file cannot be read any more. */
  @Override
  public void close() {
    storage.close();
  }

  /** How many days the calendar has. */
  public int days() {
    return calendar.length;
  }

  /** The date of a day, given as an index into the calendar. */
  public LocalDate dateOf(int day) {
    return date(calendar[day]);
  }

  /**
   * The days of the calendar from one date to another.
   *
   * @param from inclusive
   * @param to inclusive
   */
  public Window window(LocalDate from, LocalDate to) {
    return new Window(firstDayFrom(from), firstDayFrom(to.plusDays(1)));
  }

  private int firstDayFrom(LocalDate date) {
    int index = Arrays.binarySearch(calendar, Math.toIntExact(date.toEpochDay()));
    return index >= 0 ? index : -index - 1;
  }
}
