package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {
  private static final long MB = 1 << 20;
  private static final long BUDGET = 512 * MB;

  /** What each value in turn makes of it: w for WARN, c for CRITICAL, a dot for nothing. */
  private static String course(Alarm alarm, String values) {
    StringBuilder course = new StringBuilder();
    Optional<Severity> now = Optional.empty();
    for (String value : values.strip().split(" +")) {
      now = alarm.severity(Double.parseDouble(value), now);
      course.append(now.map(s -> s == Severity.WARN ? 'w' : 'c').orElse('.'));
    }
    return course.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "MEMORY_BUDGET,  0.99 1.00 0.96 0.95 0.94,           .www.",
    "MEMORY_BUDGET,  1.15 1.06 1.05 1.04 0.96 0.94,      cccww.",
    "MACHINE_MEMORY, 0.89 0.90 0.86 0.85 0.84,           .www.",
    "MACHINE_MEMORY, 0.95 0.93 0.92 0.91 0.84,           cccw.",
    "CGROUP_MEMORY,  0.94 0.95 0.91 0.90 0.89,           .www.",
    "CGROUP_MEMORY,  0.98 0.95 0.94 0.89,                ccw.",
    "MEMORY_STALL,   9.99 10 6 5 4.9,                    .www.",
    "MEMORY_STALL,   40 21 20 19 4,                      cccw.",
    "TEMPERATURE,    84 85 81 80 79,                     .www.",
    "TEMPERATURE,    95 91 90 89 79 94,                  cccw.w",
    "THROTTLED,      0 1 0 2 1 0,                        .w.cw.",
    "TEMPERATURE,    NaN 85 NaN 81 NaN 79 NaN,           .wwww..",
    "TEMPERATURE,    99 NaN 79,                          cc.",
  })
  void risesAtOneLevelAndFallsBelowALowerOne(Alarm alarm, String values, String course) {
    assertThat(course(alarm, values)).isEqualTo(course);
  }

  @Test
  void aLevelClearsAtOrBelowWhereItIsRaised() {
    assertThatThrownBy(() -> new Level(1, 2)).hasMessageContaining("at 1.0, got 2.0");
  }

  private static List<String> alarms(Vitals vitals, long budget) {
    List<String> said = new ArrayList<>();
    for (AlarmWatch.Change change : new AlarmWatch(budget).look(vitals)) {
      said.add(change.severity() + " " + change.alarm().kind() + ": " + change.text());
    }
    return said;
  }

  @Test
  void aHealthyMachineHasNone() {
    assertThat(alarms(VitalsTest.recorded("pi5"), BUDGET)).isEmpty();
    assertThat(alarms(VitalsTest.recorded("container-v2"), BUDGET)).isEmpty();
    assertThat(alarms(VitalsTest.recorded("pc"), 4096 * MB)).isEmpty();
  }

  @Test
  void anIllOneHasOneOfEachKind() {
    assertThat(alarms(VitalsTest.recorded("pi4-throttled"), 450 * MB))
        .containsExactly(
            "WARN memory_budget: 468 MB resident, of a budget of 450 MB; lower --maxSymbols or"
                + " --workers, or raise --memory",
            "WARN machine_memory: the machine had 227 MB of its 3,792 MB available, 468 MB were"
                + " taken by this run",
            "CRITICAL memory_stall: everything waited for memory in 43 % of ten seconds",
            "WARN temperature: 85.7 degrees Celsius; see to cooling, or lower --workers",
            "CRITICAL throttled: the machine slowed down: under-voltage, throttled, soft"
                + " temperature limit; see to power supply and cooling");
  }

  @Test
  void aFullGroupIsNamed() {
    assertThat(alarms(VitalsTest.recorded("container-v1"), BUDGET))
        .containsExactly(
            "WARN cgroup_memory: the control group needed 990 MB of its limit of 1,024 MB, 200 MB"
                + " were taken by this run");
  }

  private static Vitals hot(double celsius) {
    Vitals healthy = VitalsTest.recorded("pi5");
    return new Vitals(
        healthy.process(), healthy.cgroup(), healthy.stall(), new Thermal(celsius, 0));
  }

  /** The changes as one word each. */
  private static List<String> changes(AlarmWatch watch, double... course) {
    List<String> changes = new ArrayList<>();
    for (double celsius : course) {
      for (AlarmWatch.Change change : watch.look(hot(celsius))) {
        String degrees = change.text().replaceFirst(" .*", "");
        changes.add((change.over() ? "over " : "") + change.severity() + " " + degrees);
      }
    }
    return changes;
  }

  @Test
  void anEpisodeIsOneAlertAsBadAsItsWorstMoment() {
    assertThat(changes(new AlarmWatch(BUDGET), 70, 86, 84, 87, 96, 97, 88, 96, 86, 79, 79, 85))
        .containsExactly("WARN 86.0", "CRITICAL 96.0", "over CRITICAL 97.0", "WARN 85.0");
  }

  @Test
  void aSteepRiseIsCriticalAtOnce() {
    assertThat(changes(new AlarmWatch(BUDGET), 70, 99, 70))
        .containsExactly("CRITICAL 99.0", "over CRITICAL 99.0");
  }
}
