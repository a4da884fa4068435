package nightshift.pipelines.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.measure.Outcome;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Machine;
import nightshift.profiles.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrations on a machine that takes what a formula says. */
class CalibrationTest {
  private static final long MB = 1 << 20;
  private static final Machine MACHINE =
      new Machine(Optional.empty(), 16L << 30, OptionalLong.empty(), 4);
  private static final EffectiveSettings SETTINGS =
      EffectiveSettings.resolve(MACHINE, List.of(), Map.of(), Map.of("profile", "pi_safe"));

  @TempDir Path folder;
  private final List<String> run = new ArrayList<>();

  /** 100 MB and 1 s, and 1 MB and 0.1 s a symbol and year; workers share the time. */
  private class Formula implements Workbench {
    private final double bytesFactor;
    private final double timeFactor;

    Formula(double bytesFactor, double timeFactor) {
      this.bytesFactor = bytesFactor;
      this.timeFactor = timeFactor;
    }

    private double size(Job job) {
      return (double) number(job, Raise.SYMBOLS) * number(job, Raise.YEARS);
    }

    private int number(Job job, Raise raise) {
      return Integer.parseInt(job.text(raise.setting()));
    }

    @Override
    public Expected expect(Job job) {
      return new Expected((100 + size(job)) * MB, 1 + 0.1 * size(job) / number(job, Raise.WORKERS));
    }

    @Override
    public Measurement measure(Job job) {
      run.add(job.text(Settings.WORKERS) + " " + size(job));
      Expected expected = expect(job);
      long bytes = (long) (bytesFactor * expected.peakBytes());
      boolean killed = bytes > 512 * MB;
      return new Measurement(
          killed ? Outcome.OVER_LIMIT : Outcome.FINISHED,
          timeFactor * expected.seconds(),
          Math.min(bytes, 512 * MB),
          0,
          OptionalLong.empty(),
          killed ? "killed at the limit of 512 MB" : "");
    }

    @Override
    public int ceiling(Raise raise, Job job) {
      return Map.of(Raise.WORKERS, 4, Raise.SYMBOLS, 2000, Raise.YEARS, 10, Raise.POPULATION, 20)
          .get(raise);
    }
  }

  private Calibration calibrated(Workbench bench, double seconds) throws Exception {
    Calibration calibration = new Calibration(bench, new Budget(512 * MB, seconds), step -> {});
    assertThat(calibration.begin(Job.of(SETTINGS))).isTrue();
    for (Raise raise : Raise.values()) {
      calibration.raise(raise);
    }
    return calibration;
  }

  private static int symbols(Calibration calibration) {
    return Integer.parseInt(calibration.best().text(Settings.MAX_SYMBOLS));
  }

  @Test
  void goesUpToTheMemoryAndLeavesATwentieth() throws Exception {
    Calibration calibration = calibrated(new Formula(1, 1), 3600);
    assertThat(calibration.best().text(Settings.WORKERS)).isEqualTo("4");
    assertThat(symbols(calibration)).isBetween(365, 386);
    assertThat(calibration.taken().peakResident()).isBetween(460 * MB, 486 * MB);
    assertThat(calibration.best().text(Settings.MAX_YEARS)).isEqualTo("1");
    assertThat(calibration.best().text(Settings.POPULATION)).isEqualTo("20");
  }

  @Test
  void goesUpToTheTimeAndStartsNothingThatTakesLonger() throws Exception {
    // 1 + 0.1 x symbols / 4 within 0.95 x 8 seconds: 264 symbols.
    Calibration calibration = calibrated(new Formula(0.5, 1), 8);
    assertThat(symbols(calibration)).isBetween(251, 264);
    assertThat(calibration.steps()).filteredOn(step -> !step.kept()).isEmpty();
  }

  @Test
  void learnsFromWhatWasMeasured() throws Exception {
    Calibration calibration = calibrated(new Formula(2, 3), 3600);
    assertThat(calibration.taken().peakResident()).isBetween(455 * MB, 486 * MB);
    assertThat(calibration.steps()).filteredOn(step -> !step.kept()).hasSizeLessThan(3);
  }

  @Test
  void keepsNoWorkersThatBringNothing() throws Exception {
    Workbench lame =
        new Formula(1, 1) {
          @Override
          public Measurement measure(Job job) {
            return super.measure(job.with(Settings.WORKERS, "1"));
          }
        };
    Calibration calibration = calibrated(lame, 3600);
    assertThat(calibration.best().text(Settings.WORKERS)).isEqualTo("1");
    assertThat(calibration.steps()).extracting(Step::verdict).contains("no faster");
  }

  @Test
  void aJobThatIsOverTheBudgetAlreadyIsNotRaised() throws Exception {
    Calibration calibration =
        new Calibration(new Formula(4, 1), new Budget(512 * MB, 60), step -> {});
    assertThat(calibration.begin(Job.of(SETTINGS))).isFalse();
    assertThat(calibration.steps().get(0).verdict()).isEqualTo("killed at the limit of 512 MB");
  }

  @Test
  void whatWasADefaultAndIsRaisedIsInTheProfile() throws Exception {
    Path bare = Files.writeString(folder.resolve("bare.properties"), "memory = 512\n");
    EffectiveSettings settings = read(bare);
    Job raised = Job.of(settings).with(Settings.POPULATION, "31");
    Path file = folder.resolve("mine.properties");
    CalibratedProfile.of(List.of("how"), settings, raised).write(file);
    assertThat(Job.of(read(file))).isEqualTo(raised);
    assertThat(file).content().contains("\npopulation = 31\n").doesNotContain("generations");
  }

  private static EffectiveSettings read(Path profile) {
    return EffectiveSettings.resolve(
        MACHINE, List.of(), Map.of(), Map.of("profile", profile.toString()));
  }

  @Test
  void theProfileIsOneThatRunsTheSameJob() throws Exception {
    Calibration calibration = calibrated(new Formula(1, 1), 3600);
    Path file = folder.resolve("mine.properties");
    CalibratedProfile.of(List.of("how", ""), SETTINGS, calibration.best()).write(file);

    EffectiveSettings read =
        EffectiveSettings.resolve(MACHINE, List.of(), Map.of(), Map.of("profile", file.toString()));

    assertThat(Job.of(read)).isEqualTo(calibration.best());
    assertThat(Files.readString(file))
        .startsWith("# how\n#\n\n# What is searched")
        .contains("\nmaxSymbols = " + symbols(calibration) + "\n", "\nmemory = 512\n")
        .doesNotContain("seed", "asOf");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
