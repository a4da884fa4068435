package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightshift.profiles.ResidentSize;
import nightshift.profiles.ThreadReads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTimesTest {
  private final StageTimes times = new StageTimes();

  @Test
  void theClockGoesOnWhereTheProcessorRests() throws Exception {
    String given =
        times.time(
            Stage.READING,
            () -> {
              Thread.sleep(200);
              return "bars";
            });
    assertThat(given).isEqualTo("bars");
    assertThat(times.spent(Stage.READING).wallSeconds()).isGreaterThanOrEqualTo(0.19);
    assertThat(times.spent(Stage.READING).cpuSeconds()).isLessThan(0.15);
    assertThat(times.spent(Stage.EVOLVING)).isEqualTo(new StageTimes.Spent(0, 0, 0));
  }

  @Test
  void whatFailsTakesTimeToo() {
    assertThatThrownBy(
            () ->
                times.time(
                    Stage.WRITING,
                    () -> {
                      throw new IOException("full");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(times.spent(Stage.WRITING).count()).isEqualTo(1);
  }

  @Test
  void allWorkersAreSummedUntilItIsReset() throws Exception {
    Thread other = new Thread(() -> times.add(Stage.KERNELS, 1.5, 1));
    other.start();
    times.add(Stage.KERNELS, 0.5, 0.25);
    other.join();
    assertThat(times.spent(Stage.KERNELS)).isEqualTo(new StageTimes.Spent(2, 1.25, 2));
    times.reset();
    assertThat(times.spent(Stage.KERNELS)).isEqualTo(new StageTimes.Spent(0, 0, 0));
  }

  private static StageTimes.Bytes bytes(long peakResident, long read) {
    return new StageTimes.Bytes(peakResident, read);
  }

  @Test
  void aStageKnowsItsPeakAndNotThatOfOthers() throws Exception {
    times.noteResident(50);
    times.time(
        Stage.KERNELS,
        () -> {
          times.noteResident(300);
          times.noteResident(200);
          return times.time(Stage.KERNELS, () -> "nested");
        });
    times.noteResident(400);
    times.noteResident(Stage.START_UP, 70);
    assertThat(times.bytes(Stage.KERNELS)).isEqualTo(bytes(300, -1));
    assertThat(times.bytes(Stage.START_UP)).isEqualTo(bytes(70, -1));
    assertThat(times.bytes(Stage.EVOLVING).peakResident()).isEqualTo(-1);
    times.reset();
    assertThat(times.bytes(Stage.KERNELS)).isEqualTo(bytes(-1, -1));
  }

  @Test
  void aStageThatIsShorterThanAnyLookHasAPeakToo() throws Exception {
    assumeTrue(ResidentSize.now() > 0, "the system does not tell");
    times.time(Stage.WRITING, () -> "a row");
    assertThat(times.bytes(Stage.WRITING).peakResident()).isGreaterThan(10 << 20);
  }

  @Test
  void whatAWorkerReadsIsThatOfItsStage(@TempDir Path folder) throws Exception {
    assumeTrue(ThreadReads.bytes() >= 0, "the kernel counts no reads");
    Path file = Files.write(folder.resolve("prices"), new byte[1 << 20]);
    Files.readAllBytes(file);
    times.time(Stage.READING, () -> Files.readAllBytes(file));
    times.time(Stage.EVOLVING, () -> "nothing");
    assertThat(times.bytes(Stage.READING).read()).isBetween(1L << 20, (1L << 20) + (1 << 16));
    assertThat(times.bytes(Stage.EVOLVING).read()).isBetween(0L, 1L << 16);
  }
}
