package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategiesTest {
  @TempDir Path jar;

  /** Always long; what a strategy from another jar looks like. */
  public static class AlwaysLong implements Strategy {
    private static final Parameter SIZE = Parameter.decimal("size", "0.1", "1", "0.1");

    @Override
    public String name() {
      return "always_long";
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
      return 1;
    }

    @Override
    public void positions(Block block, Values values, Targets targets) {
      for (Bars bars : block) {
        if (bars.first() < bars.length()) {
          targets.set(bars, bars.first(), values.real(SIZE));
        }
      }
    }
  }

  /** Has the name of another. */
  public static class SameName extends AlwaysLong {
    @Override
    public String name() {
      return "sma_cross";
    }
  }

  /** Has a name that cannot be written on a command line. */
  public static class BadName extends AlwaysLong {
    @Override
    public String name() {
      return "Always Long";
    }
  }

  /** Has nothing to search. */
  public static class NoParameters extends AlwaysLong {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /** Has two parameters of one name. */
  public static class TwiceTheSame extends AlwaysLong {
    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.whole("a", 1, 2, 1), Parameter.whole("a", 1, 3, 1));
    }
  }

  /** Has a textbook choice for more parameters than there are. */
  public static class OtherTextbook extends AlwaysLong {
    @Override
    public double[] textbook() {
      return new double[] {1, 2};
    }
  }

  /** Looks at nothing. */
  public static class NoColumns extends AlwaysLong {
    @Override
    public Set<Column> columns() {
      return Set.of();
    }
  }

  /** Does not even look at the bar it decides on. */
  public static class NoWarmUp extends AlwaysLong {
    @Override
    public int warmUp() {
      return 0;
    }
  }

  /** A class loader with one more jar, which names strategies. */
  private URLClassLoader with(String... classes) throws IOException {
    Path services = jar.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.write(services.resolve(Strategy.class.getName()), List.of(classes));
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
  }

  private static List<String> names(List<Strategy> strategies) {
    return strategies.stream().map(Strategy::name).toList();
  }

  @Test
  void findsTheEight() {
    assertThat(names(Strategies.all()))
        .containsExactly(
            "bollinger_reversion",
            "donchian_breakout",
            "high_52w",
            "pairs",
            "rsi_reversal",
            "sma_cross",
            "ts_momentum",
            "xs_momentum");
  }

  @Test
  void findsAnotherInAJar() throws IOException {
    try (URLClassLoader loader = with(AlwaysLong.class.getName())) {
      assertThat(names(Strategies.all(loader))).hasSize(9).startsWith("always_long");
    }
  }

  @Test
  void givesAStrategyByNameOrSaysWhatThereIs() {
    assertThat(Strategies.named("pairs").scope()).isEqualTo(Strategy.Scope.PANEL);
    assertThatThrownBy(() -> Strategies.named("sma_crss"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no strategy \"sma_crss\"; there are bollinger_reversion, ")
        .hasMessageEndingWith(", xs_momentum");
  }

  @Test
  void refusesStrategiesThatAreDeclaredWrongly() throws IOException {
    refuses(SameName.class, "two strategies are named sma_cross: ");
    refuses(BadName.class, "BadName: name() must be lower case letters");
    refuses(NoParameters.class, "NoParameters: parameters() must not be empty");
    refuses(TwiceTheSame.class, "TwiceTheSame: two parameters are named a");
    refuses(OtherTextbook.class, "OtherTextbook: textbook() must have one value for each of 1");
    refuses(NoColumns.class, "NoColumns: columns() must not be empty");
    refuses(NoWarmUp.class, "NoWarmUp: warmUp() must be at least 1 bar, got 0");
  }

  private void refuses(Class<?> strategy, String message) throws IOException {
    try (URLClassLoader loader = with(strategy.getName())) {
      assertThatThrownBy(() -> Strategies.all(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void saysWhichStrategyCannotBeLoaded() throws IOException {
    try (URLClassLoader loader = with("org.example.Gone")) {
      assertThatThrownBy(() -> Strategies.all(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("org.example.Gone")
          .hasMessageContaining("mend its jar or leave it out");
    }
  }
}
