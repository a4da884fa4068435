package nightshift.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * Strategies that behave when a run looks whether to admit them, and misbehave in its units, which
 * have threads that are named after them.
 */
abstract class Misbehaving implements Strategy {
  private static final Parameter SIZE = Parameter.decimal("size", "0.5", "1", "0.1");

  /** Lets the loops of all threads of this process end. */
  static volatile boolean released;

  abstract double weight();

  @Override
  public String name() {
    return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SIZE);
  }

  @Override
  public double[] textbook() {
    return new double[] {1};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 2;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    boolean isUnit = Thread.currentThread().getName().contains(", fold ");
    for (Bars bars : block) {
      double[] close = bars.close();
      for (int t = Math.max(1, bars.first()); t < bars.length(); t++) {
        double weight = isUnit ? weight() : values.real(SIZE);
        targets.set(bars, t, close[t] > close[t - 1] ? weight : 0);
      }
    }
  }

  /** Throws. */
  public static final class Thrower extends Misbehaving {
    @Override
    double weight() {
      throw new IllegalStateException("thrown on purpose");
    }
  }

  /** Wants what is no number. */
  public static final class Nan extends Misbehaving {
    @Override
    double weight() {
      return Double.NaN;
    }
  }

  /** Calls itself until the stack is full. */
  public static final class Deep extends Misbehaving {
    @Override
    double weight() {
      return 1 + weight();
    }
  }

  /** Never ends, unless it is released, and never looks whether it is still wanted. */
  public static final class Looper extends Misbehaving {
    @Override
    double weight() {
      while (!released) {
        Thread.onSpinWait();
      }
      return 1;
    }
  }

  /** Takes all memory that there is. */
  public static final class Hog extends Misbehaving {
    @Override
    double weight() {
      List<byte[]> taken = new ArrayList<>();
      while (true) {
        taken.add(new byte[1 << 20]);
      }
    }
  }

  /** Makes a folder that has them on the class path. */
  static Path services(Path folder, List<Class<? extends Misbehaving>> strategies)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(Strategy.class.getName()),
        strategies.stream().map(Class::getName).collect(Collectors.joining("\n")));
    return folder;
  }
}
