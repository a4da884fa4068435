package nightshift.transforms.panel;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;

/** A panel's bars in memory: what is asked for is there, whole and not a copy. */
record InMemory(List<SymbolBars> symbols) implements Storage {

  @Override
  public int size() {
    return symbols.size();
  }

  @Override
  public String symbol(int place) {
    return symbols.get(place).symbol();
  }

  @Override
  public int length(int place) {
    return symbols.get(place).length();
  }

  @Override
  public boolean isInMemory() {
    return true;
  }

  @Override
  public SymbolBars read(int place, Set<Column> columns, Stretch stretch, Room room) {
    return symbols.get(place);
  }

  @Override
  public List<SymbolBars> readAll(Set<Column> columns, Stretch stretch) {
    return symbols;
  }

  @Override
  public SymbolBars copy(
      int place, Set<Column> columns, Stretch stretch, Room room, EqualDays known) {
    return symbols.get(place);
  }

  @Override
  public void close() {
    // The collector does it.
  }
}
