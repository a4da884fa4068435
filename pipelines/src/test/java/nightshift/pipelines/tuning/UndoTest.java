package nightshift.pipelines.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import nightshift.pipelines.measure.Job;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Machine;
import nightshift.profiles.Profile;
import nightshift.profiles.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTest {
  private static final Machine PI =
      new Machine(Optional.of("Raspberry Pi 5"), 4L << 30, OptionalLong.empty(), 4);

  private static Job job(String profile) {
    EffectiveSettings settings =
        EffectiveSettings.resolve(PI, List.of(), Map.of(), Map.of("profile", profile));
    return Job.of(settings).fixed(PI);
  }

  private static Undo undo(String name) {
    return Undo.all().stream().filter(undo -> undo.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi_safe", "pi_balanced", "workstation"})
  void changesJustItsSettingToSomethingAllowed(String profile) {
    Job job = job(profile);
    for (Undo undo : Undo.all()) {
      Optional<Job> undone = undo.of(job, PI);
      if (undone.isEmpty()) {
        continue;
      }
      TreeSet<String> different = new TreeSet<>(job.options().keySet());
      assertThat(undone.get().options()).containsOnlyKeys(different);
      different.removeIf(name -> job.options().get(name).equals(undone.get().options().get(name)));
      assertThat(different).as(undo.name()).containsExactly(undo.setting().name());
      // Throws when a value is not allowed.
      assertThat(undone.get().settings(PI, "/r.db").text(undo.setting()))
          .isEqualTo(undone.get().text(undo.setting()));
      assertThat(undo.of(undone.get(), PI)).as(undo.name() + " twice").isEmpty();
      assertThat(undo.change(job, undone.get())).isNotBlank();
    }
  }

  @Test
  void allOfTheSmallestProfileCanBeUndone() {
    Job job = job(Profile.NAMES.get(0));
    assertThat(Undo.all()).allSatisfy(undo -> assertThat(undo.of(job, PI)).isPresent());
    assertThat(Undo.all()).extracting(Undo::name).doesNotHaveDuplicates();
  }

  @Test
  void whatIsUndoneAlreadyIsLeft() {
    Job job = job("workstation");
    for (String name : List.of("workers", "symbols", "arenas")) {
      assertThat(undo(name).of(job, PI)).as(name).isEmpty();
    }
  }

  @Test
  void ofFlagsJustThoseMeantGo() {
    Job job = job("pi_safe").with(Settings.JVM_FLAGS, "-Xmn32m -XX:+UseSerialGC -Xss512k");
    assertThat(undo("collector").of(job, PI).orElseThrow().text(Settings.JVM_FLAGS))
        .isEqualTo("-Xmn32m -Xss512k -XX:+UseG1GC");
    Job alone = job.with(Settings.JVM_FLAGS, "-Xss512k");
    assertThat(undo("areas").of(alone, PI).orElseThrow().text(Settings.JVM_FLAGS))
        .isEqualTo(
            "-Xss1m -XX:CompressedClassSpaceSize=1g -XX:ReservedCodeCacheSize=240m"
                + " -XX:MaxMetaspaceSize=1g");
    assertThat(undo("archive").of(alone.with(Settings.JVM_FLAGS, "none"), PI).orElseThrow())
        .extracting(undone -> undone.text(Settings.JVM_FLAGS))
        .isEqualTo("-Xshare:off");
  }

  @Test
  void aJobLeavesNothingToTheMachineThatRunsIt() {
    Job job = job("workstation");
    assertThat(job.text(Settings.WORKERS)).isEqualTo("4");
    assertThat(job.text(Settings.MEMORY)).isEqualTo("2048");
    assertThat(Integer.parseInt(job.text(Settings.JVM_HEAP))).isBetween(1700, 1900);
    assertThat(job.text(Settings.JVM_COMPILER)).isEqualTo("full");
    assertThat(job("pi_safe").text(Settings.JVM_COMPILER)).isEqualTo("quick");
  }
}
