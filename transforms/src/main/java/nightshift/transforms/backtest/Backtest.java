package nightshift.transforms.backtest;

import java.util.List;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.FormedPair;
import nightshift.transforms.strategy.FormsPairs;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * Backtests candidates of one strategy over one window of a panel. An instance belongs to one
 * worker; the panel is shared.
 *
 * <p><b>Fills.</b> What is decided at the close of a bar is filled at the open of the symbol's next
 * bar in the window, if there is one. Nothing is held into the window's first bar, but a decision
 * at the close before it is filled at its open. Where the open is missing or not positive, the fill
 * is made at that bar's close, and counted. On a day on which a symbol has no bar nothing is
 * filled, its return is 0, and its weight is kept. At the close of a symbol's last bar in the
 * window, what is held is sold, whether the symbol or only the window ends there.
 *
 * <p><b>Net return of a bar</b> with weight w0 before and w1 after its open:
 *
 * <pre>
 * (1 + w0 (open/previous close - 1)) (1 + w1 (close/open - 1) - cost |w1 - w0|) - 1
 * </pre>
 *
 * and on the last bar, before the 1 is taken away, times {@code 1 - cost |w1|}; cost is {@link
 * Costs#perSide()}, unless {@link Costs} asks for one that varies from fill to fill. A weight is a
 * share of the capital as it is each morning: that it stays the same from day to day while prices
 * move costs nothing.
 *
 * <p><b>Portfolio.</b> Its return of a day is the mean over the symbols that have a bar that day, a
 * flat one giving 0; for {@link Strategy.Scope#PANEL} it is the sum. On a day without any bar it is
 * 0. Numbers are added in the order of the symbols, so that no way of cutting the work changes a
 * bit.
 *
 * <p><b>Trades.</b> A trade begins with a fill that takes up a position from flat, or of the other
 * sign, and ends with the one that gives it up or turns it around, or with the last sale. On the
 * day of a turn, the way to the open and the cost of giving up |w0| belong to the old trade, the
 * way from the open and the cost of taking up |w1| to the new one.
 */
public final class Backtest {
  /**
   * Prices that are looked at together, so that they and the indicators made of them stay in a
   * core's second-level cache (512 KB on a Raspberry Pi 5): the indicators that a generation asks
   * for take some twenty times as much as the prices. This is a single symbol for any fold of a
   * year or more.
   */
  public static final long DEFAULT_BLOCK_BYTES = 8 * 1024;

  /**
   * Of {@link Workbench#CANDIDATES_AT_ONCE} fewer are looked at, at least one, when they take this
   * much, as they do where symbols are ranked: 2,556 symbols that may change every five days for
   * three years take up to 9 MB a candidate.
   */
  static final long TARGET_BYTES = 4L << 20;

  private final Window window;
  private final Strategy strategy;
  private final FillCosts costs;
  private final Portfolio portfolio;
  private final Blocks blocks;
  private final Workbench bench;
  private final SymbolReturns symbol;
  private final MissingOpens missingOpens = new MissingOpens();
  private final Ledger ledger;
  private final Batch batch;
  private final TradeFollower follower;
  private boolean following;
  private long barsEvaluated;

  /** A backtest with blocks of {@link #DEFAULT_BLOCK_BYTES}. */
  public Backtest(Panel panel, Window window, Strategy strategy, Costs costs) {
    this(panel, window, strategy, costs, new Workbench());
  }

  /** A backtest with blocks of {@link #DEFAULT_BLOCK_BYTES} that uses a worker's arrays. */
  public Backtest(Panel panel, Window window, Strategy strategy, Costs costs, Workbench bench) {
    this(panel, window, strategy, costs, DEFAULT_BLOCK_BYTES, bench);
  }

  /**
   * A backtest.
   *
   * @param panel has the strategy's columns, and open and close
   * @param window within the panel's calendar
   * @param blockBytes how many bytes of prices are looked at together; changes no result
   * @param bench from now on the backtest made with it before must not be used any more
   */
  public Backtest(
      Panel panel,
      Window window,
      Strategy strategy,
      Costs costs,
      long blockBytes,
      Workbench bench) {
    if (window.to() > panel.days()) {
      throw new IllegalArgumentException(
          "window must end within the panel's " + panel.days() + " days, got " + window);
    }
    this.window = window;
    this.strategy = strategy;
    this.bench = bench;
    this.portfolio = new Portfolio(panel, window, strategy.scope());
    this.blocks =
        new Blocks(
            panel, window, strategy, costs.warmUp(), blockBytes, bench.workspace(panel.days()));
    this.symbol = new SymbolReturns(window);
    this.costs = new FillCosts(costs, symbol, window, portfolio);
    this.ledger = new Ledger(symbol, this.costs, missingOpens);
    this.batch = bench.batch(window);
    this.follower = new TradeFollower(symbol, this.costs, window, portfolio);
  }

  /**
   * As {@link #search(List)}, and follows each trade for the figures that are made of them: what is
   * held in part is looked at twice.
   */
  public Batch searchTrades(List<Values> candidates) {
    following = true;
    try {
      return search(candidates);
    } finally {
      following = false;
    }
  }

  private Backtest(Backtest same, Costs costs) {
    this.window = same.window;
    this.strategy = same.strategy;
    this.bench = same.bench;
    this.portfolio = same.portfolio;
    this.blocks = same.blocks;
    this.symbol = same.symbol;
    this.costs = new FillCosts(costs, symbol, window, portfolio);
    this.ledger = new Ledger(symbol, this.costs, missingOpens);
    this.batch = same.batch;
    this.follower = new TradeFollower(symbol, this.costs, window, portfolio);
  }

  /**
   * The same at other costs, which must not look back further than these. It shares prices and
   * arrays with this one: their calls may alternate, and a batch is overwritten by either.
   */
  public Backtest at(Costs other) {
    return new Backtest(this, other);
  }

  /**
   * Daily net returns and number of trades of candidates.
   *
   * @return the same instance each time, overwritten by the next call
   */
  public Batch search(List<Values> candidates) {
    batch.reset(candidates.size());
    if (following) {
      batch.follow();
    }
    blocks.forEach(
        block -> {
          for (int from = 0; from < candidates.size(); ) {
            from = search(block, candidates, from);
          }
        });
    for (int i = 0; i < candidates.size(); i++) {
      portfolio.settle(batch.returns(i));
    }
    barsEvaluated += candidates.size() * portfolio.bars();
    return batch;
  }

  /**
   * Decides for some candidates first, so that a symbol's returns are laid out once for all.
   *
   * @return the next candidate
   */
  private int search(Block block, List<Values> candidates, int from) {
    int count = decide(block, candidates, from);
    for (Bars bars : block) {
      boolean loaded = false;
      for (int i = 0; i < count; i++) {
        if (bench.targets(i).count(bars.index()) == 0) {
          continue;
        }
        if (!loaded) {
          load(block.priced(bars));
          loaded = true;
        }
        batch.addTrades(
            from + i, ledger.book(bench.targets(i), bars.index(), batch.returns(from + i)));
        if (following) {
          follower.follow(bench.targets(i), bars.index(), batch.tally(from + i));
        }
      }
    }
    return from + count;
  }

  /** Decides for candidates until their targets take too much, and says how many these are. */
  private int decide(Block block, List<Values> candidates, int from) {
    int most = Math.min(Workbench.CANDIDATES_AT_ONCE, candidates.size() - from);
    int count = 0;
    for (long bytes = 0; count < most && (count == 0 || bytes < TARGET_BYTES); count++) {
      decide(block, candidates.get(from + count), bench.targets(count));
      bytes += bench.targets(count).bytes();
    }
    return count;
  }

  /** Everything about one candidate; takes several times as long as a search of it. */
  public Detail detail(Values values) {
    return details(List.of(values), true).get(0);
  }

  /** Everything about candidates but what each symbol brought, in their order. */
  public List<Detail> summaries(List<Values> candidates) {
    return details(candidates, false);
  }

  private List<Detail> details(List<Values> candidates, boolean bySymbol) {
    List<Journal> journals =
        candidates.stream().map(c -> new Journal(symbol, ledger, costs, window, bySymbol)).toList();
    blocks.forEach(
        block -> {
          for (int from = 0; from < candidates.size(); ) {
            int count = decide(block, candidates, from);
            add(block, journals.subList(from, from + count));
            from += count;
          }
        });
    barsEvaluated += candidates.size() * portfolio.bars();
    return journals.stream().map(journal -> journal.detail(portfolio)).toList();
  }

  /** Enters what was decided for some candidates. */
  private void add(Block block, List<Journal> journals) {
    for (Bars bars : block) {
      load(block.priced(bars));
      for (int i = 0; i < journals.size(); i++) {
        journals.get(i).add(bench.targets(i), bars.index());
      }
    }
  }

  private void load(Bars bars) {
    symbol.load(bars);
    costs.load(bars);
  }

  private void decide(Block block, Values values, Targets decided) {
    bench.goOn();
    decided.reset(block.size());
    strategy.positions(block, values, decided);
  }

  /** The pairs that a candidate trades; none unless its strategy forms some. */
  public List<FormedPair> pairs(Values values) {
    return strategy instanceof FormsPairs forms
        ? blocks.whole().map(block -> forms.pairs(block, values)).orElse(List.of())
        : List.of();
  }

  /** How many bars there are in the window, all symbols together: what a candidate costs. */
  public long bars() {
    return portfolio.bars();
  }

  /** So far: candidates times bars in the window, all symbols together. */
  public long barsEvaluated() {
    return barsEvaluated;
  }

  /**
   * On how many bars, so far and over all candidates, a fill was made at the close for want of an
   * open; each bar counts once.
   */
  public int missingOpenFills() {
    return missingOpens.count();
  }
}
