package nightshift.pipelines.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That whoever is told cannot hold a run up. */
class NotifierTest {
  private static final Ending ENDING = new Ending("finished", "line", "r1", "/db", 0);

  private static void tell(String setting, Duration patience) throws NotifierException {
    Notifier.of(setting).orElseThrow().tell(ENDING, patience);
  }

  @Test
  void noneIsNobody() {
    assertThat(Notifier.of("none")).isEmpty();
  }

  @Test
  void aCommandThatHangsIsEndedWithWhatItStarted() {
    long begun = System.nanoTime();
    assertThatThrownBy(() -> tell("sleep 1000 & sleep 1000", Duration.ofMillis(300)))
        .isInstanceOf(NotifierException.class)
        .hasMessageContaining("took longer than");
    assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(60).toNanos());
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aCommandThatSaysALotIsNotHeldUp() throws Exception {
    tell("yes | head -c 3000000", Duration.ofSeconds(60));
  }

  @Test
  void anAddressThatNeverAnswersIsNotWaitedFor() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> tell("http://127.0.0.1:" + silent.getLocalPort() + "/", Duration.ofMillis(400)))
          .isInstanceOf(NotifierException.class)
          .hasMessageMatching(".*(did not answer within|cannot be reached).*");
    }
  }
}
