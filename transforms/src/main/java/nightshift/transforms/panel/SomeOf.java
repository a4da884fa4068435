package nightshift.transforms.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * Some of the symbols of a storage, which stays the other's.
 *
 * @param places of the symbols in the other, ascending
 */
record SomeOf(Storage all, int[] places) implements Storage {

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public String symbol(int place) {
    return all.symbol(places[place]);
  }

  @Override
  public int length(int place) {
    return all.length(places[place]);
  }

  @Override
  public boolean isInMemory() {
    return all.isInMemory();
  }

  @Override
  public SymbolBars read(int place, Set<Column> columns, Stretch stretch, Room room) {
    return all.read(places[place], columns, stretch, room);
  }

  @Override
  public List<SymbolBars> readAll(Set<Column> columns, Stretch stretch) {
    Room room = new Room(new Transfer());
    EqualDays known = new EqualDays();
    List<SymbolBars> some = new ArrayList<>(places.length);
    for (int place : places) {
      some.add(all.copy(place, columns, stretch, room, known));
    }
    return some;
  }

  @Override
  public SymbolBars copy(
      int place, Set<Column> columns, Stretch stretch, Room room, EqualDays known) {
    return all.copy(places[place], columns, stretch, room, known);
  }

  @Override
  public void close() {
    // The other one's.
  }
}
