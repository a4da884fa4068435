package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

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
}
