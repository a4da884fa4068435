package nightshift.transforms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;

/**
 * How many bytes the units of a fold take at most of the budget for prices, known before anything
 * is read or allocated.
 *
 * <p>2,556 symbols with 1,764 bars each, 4 columns: 163 MB in memory. In a scratch file: 0.1 MB of
 * memory for where they are, 0.7 MB for what the data gate keeps of them, and for a unit that
 * trades symbol by symbol 0.4 MB; for one that ranks them another 40 MB, as it needs the closes of
 * three years and of its warm-up at once.
 */
public record FoldBytes(FoldSymbols fold, Search search) {
  /** Where a symbol is in a scratch file: start, length, reference of its name. */
  private static final long BYTES_OF_ENTRY = 24;

  /** A day of the calendar: its epoch day, its place, how many symbols have a bar. */
  private static final long BYTES_OF_DAY = 3 * Integer.BYTES;

  /** The objects of a symbol in a block of all, its arrays of prices aside. */
  private static final long BYTES_OF_BLOCK_ENTRY = 256;

  /** Jenetics compares every two members of a generation, and keeps what came of it. */
  private static final long BYTES_OF_COMPARISON = 8;

  /** The buffer between file and arrays, and small change. */
  private static final long BYTES_OF_STREAM = 64 * 1024;

  /** What the fold's panel takes, however many units share it. */
  public long panel(Keeping keeping) {
    int symbols = fold.symbols().size();
    long prices =
        keeping == Keeping.MEMORY
            ? fold.panelBytes(search.columns().size())
            : symbols * BYTES_OF_ENTRY + days() * BYTES_OF_DAY;
    return prices + FoldGate.bytes(symbols, days());
  }

  /** What the scratch file takes on disk. */
  public long scratch() {
    return fold.bars() * Scratch.bytesOfBar(search.columns().size());
  }

  /** What a unit takes besides the panel. */
  public long working(Strategy strategy, Keeping keeping) {
    int all = fold.symbols().size();
    long whole = working(strategy, keeping, all);
    return search.evolution().method().climbs()
        ? whole + working(strategy, keeping, TrainingLadder.symbolsOfFirst(all))
        : whole;
  }

  private long working(Strategy strategy, Keeping keeping, int symbols) {
    return keeping == Keeping.SCRATCH
        ? common(strategy, symbols) + stream() + resident(strategy, symbols)
        : common(strategy, symbols);
  }

  /** The largest need of a single unit, its panel included: with less, the fold cannot be run. */
  public long most(Keeping keeping) {
    long working =
        Strategies.all().stream()
            .filter(strategy -> search.strategies().contains(strategy.name()))
            .mapToLong(strategy -> working(strategy, keeping))
            .max()
            .orElse(0);
    return panel(keeping) + working;
  }

  /** Where the fold's prices are kept under a budget. */
  public Keeping keeping(Keeping.Choice choice, long budget) {
    return switch (choice) {
      case ALWAYS -> Keeping.SCRATCH;
      case NEVER -> Keeping.MEMORY;
      case AUTO -> fits(budget) ? Keeping.MEMORY : Keeping.SCRATCH;
    };
  }

  /**
   * Whether memory will do: for two folds, as units of one are still validated when those of the
   * next have begun, and a panel that had to go would be read again. It has to do where a file
   * would save nothing.
   */
  private boolean fits(long budget) {
    long most = most(Keeping.MEMORY);
    return panel(Keeping.MEMORY) + most <= budget || most <= most(Keeping.SCRATCH);
  }

  /**
   * The daily returns of a generation, and who dominates whom; and of a block of all symbols, its
   * objects.
   */
  private long common(Strategy strategy, int symbols) {
    int days = Math.toIntExact(windowDays());
    long population = search.evolution().population();
    long returns = population * days * Double.BYTES;
    if (search.objectives().size() > 1) {
      returns += population * population * BYTES_OF_COMPARISON;
    }
    return strategy.scope() == Scope.PANEL
        ? returns + symbols * BYTES_OF_BLOCK_ENTRY + strategy.workingBytes(symbols, days)
        : returns;
  }

  /** Prices of one symbol. */
  long stream() {
    return BYTES_OF_STREAM + days() * (search.columns().size() * Double.BYTES + Integer.BYTES);
  }

  /**
   * The columns of symbols that a strategy looks at together; of some of them, which may have more
   * bars than the others, twice their share.
   */
  private long resident(Strategy strategy, int symbols) {
    if (strategy.scope() == Scope.SYMBOL) {
      return 0;
    }
    long bars =
        Math.min(
            fold.bars(),
            fold.tradedBars()
                + (long) fold.symbols().size()
                    * Math.max(strategy.warmUp(), search.costs().warmUp()));
    long all =
        new FoldSymbols(fold.fold(), fold.symbols(), bars).panelBytes(strategy.columns().size());
    return symbols == fold.symbols().size() ? all : all * symbols / fold.symbols().size() * 2;
  }

  /** How many days the panel has at most. */
  private long days() {
    return between(fold.fold().warmUpFrom(search.warmUp()), fold.fold().testTo());
  }

  /** How many days are traded at once at most: those of the training, or of the test. */
  private long windowDays() {
    return Math.max(
        between(fold.fold().trainFrom(), fold.fold().trainTo()),
        between(fold.fold().testFrom(), fold.fold().testTo()));
  }

  private static long between(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
