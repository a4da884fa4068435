package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResearchTest {
  private final Machine pi = MachineTest.recorded("pi5-4gb");

  private Research research(Map<String, String> options) {
    return Research.of(EffectiveSettings.of(pi, options));
  }

  @Test
  void hasEverySettingThatChangesResults() {
    List<String> components =
        Arrays.stream(Research.class.getRecordComponents()).map(RecordComponent::getName).toList();
    List<String> settings =
        Settings.ALL.stream()
            .filter(setting -> setting.group() == SettingGroup.RESEARCH)
            .map(Setting::name)
            .toList();
    assertThat(components).isEqualTo(settings);
    assertThat(research(Map.of()).texts()).containsOnlyKeys(settings);
  }

  @Test
  void takesEachSettingFromItsOption() {
    Map<String, String> options =
        Map.ofEntries(
            Map.entry("strategies", "pairs,sma_cross"),
            Map.entry("symbols", "A,B*"),
            Map.entry("exclude", "BRK.B"),
            Map.entry("maxSymbols", "11"),
            Map.entry("maxYears", "12"),
            Map.entry("asOf", "2018-02-07"),
            Map.entry("trainYears", "13"),
            Map.entry("embargoDays", "14"),
            Map.entry("walkForward", "anchored"),
            Map.entry("holdout", "6"),
            Map.entry("optimizer", "random"),
            Map.entry("warmStart", "true"),
            Map.entry("population", "15"),
            Map.entry("generations", "16"),
            Map.entry("steadyGenerations", "17"),
            Map.entry("islands", "18"),
            Map.entry("seed", "19"),
            Map.entry("objective", "calmar"),
            Map.entry("minTrades", "20"),
            Map.entry("commissionBps", "1.5"),
            Map.entry("slippageBps", "2.5"),
            Map.entry("slippageVol", "0.1"),
            Map.entry("minCommission", "1.25"),
            Map.entry("capital", "50000.0"),
            Map.entry("adjust", "none"),
            Map.entry("dataGate", "strict"),
            Map.entry("champions", "3"),
            Map.entry("riskFreeRate", "0.02"));

    Research research = research(options);

    assertThat(research.texts()).isEqualTo(options);
    assertThat(research)
        .isEqualTo(
            new Research(
                List.of("pairs", "sma_cross"),
                List.of("A", "B*"),
                List.of("BRK.B"),
                11,
                12,
                LocalDate.of(2018, 2, 7),
                13,
                14,
                "anchored",
                6,
                "random",
                true,
                15,
                16,
                17,
                18,
                19,
                "calmar",
                20,
                1.5,
                2.5,
                0.1,
                1.25,
                50_000,
                "none",
                "strict",
                3,
                0.02));
  }

  @Test
  void noLimitIsALargeNumber() {
    Research research = research(Map.of("maxSymbols", "all", "maxYears", "all"));
    assertThat(research.maxSymbols()).isEqualTo(Research.ALL);
    assertThat(research.maxYears()).isEqualTo(Research.ALL);
    assertThat(research.asOf()).isEqualTo(LocalDate.MAX);
    assertThat(research.texts()).containsEntry("maxSymbols", "all").containsEntry("asOf", "latest");
  }

  @Test
  void cannotBeMadeOfValuesThatAreNotAllowed() {
    Research good = research(Map.of());
    assertThatThrownBy(() -> withPopulationAndRate(good, 1, 0))
        .isInstanceOf(SettingException.class)
        .hasMessage("population must be 2 to 10000, got '1'");
    assertThatThrownBy(() -> withPopulationAndRate(good, 20, Double.NaN))
        .hasMessageStartingWith("riskFreeRate must be -0.5 to 0.5");
  }

  private static Research withPopulationAndRate(Research good, int population, double rate) {
    return new Research(
        good.strategies(),
        good.symbols(),
        good.exclude(),
        good.maxSymbols(),
        good.maxYears(),
        good.asOf(),
        good.trainYears(),
        good.embargoDays(),
        good.walkForward(),
        good.holdout(),
        good.optimizer(),
        good.warmStart(),
        population,
        good.generations(),
        good.steadyGenerations(),
        good.islands(),
        good.seed(),
        good.objective(),
        good.minTrades(),
        good.commissionBps(),
        good.slippageBps(),
        good.slippageVol(),
        good.minCommission(),
        good.capital(),
        good.adjust(),
        good.dataGate(),
        good.champions(),
        rate);
  }

  @Test
  void travels() throws IOException, ClassNotFoundException {
    Research research = research(Map.of("symbols", "A,B"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(research);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(research);
    }
  }
}
