package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LeaseGateTest {
  private final List<Thread> workers = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(17);
  private final LeaseGate gate = new LeaseGate(nanos::get);
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<String> shortage = Optional.empty();

  private final LeaseGate.Listener listener =
      new LeaseGate.Listener() {
        @Override
        public void waiting(String reason) {
          heard.add("waiting: " + reason);
        }

        @Override
        public void goingOn(String reason, double waitedSeconds) {
          heard.add("going on: " + reason + " for " + Math.round(waitedSeconds));
        }

        @Override
        public void passed() {
          heard.add("passed");
        }
      };

  @AfterEach
  void stop() {
    gate.unwatch();
    workers.forEach(Thread::interrupt);
  }

  private void watch() {
    gate.watch(() -> shortage, listener);
  }

  /** Time goes on, and those who wait look at it. */
  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** A worker that is through, in a thread of its own; to be closed from here. */
  private Future<LeaseGate.Pass> worker() {
    FutureTask<LeaseGate.Pass> work = new FutureTask<>(gate::enter);
    Thread thread = new Thread(work);
    workers.add(thread);
    thread.start();
    return work;
  }

  private LeaseGate.Pass through(Future<LeaseGate.Pass> worker) throws Exception {
    return worker.get(10, TimeUnit.SECONDS);
  }

  /** Long enough to have looked twice. */
  private static void assertWaits(Future<LeaseGate.Pass> worker) throws InterruptedException {
    Thread.sleep(600);
    assertThat(worker).isNotDone();
  }

  @Test
  void isOpenWhereNobodyLooks() throws Exception {
    shortage = Optional.of("none left");
    through(worker()).close();
    assertThat(heard).isEmpty();
  }

  @Test
  void isOpenWhileThereIsEnough() throws Exception {
    watch();
    LeaseGate.Pass one = through(worker());
    LeaseGate.Pass two = through(worker());
    one.close();
    two.close();
    assertThat(heard).isEmpty();
  }

  @Test
  void holdsNewWorkBackUntilTheShortageHasPassed() throws Exception {
    watch();
    LeaseGate.Pass running = through(worker());
    shortage = Optional.of("none left");
    pass(1);
    Future<LeaseGate.Pass> waiting = worker();
    assertWaits(waiting);
    assertThat(heard).containsExactly("waiting: none left");
    pass(LeaseGate.PATIENCE_SECONDS * 9);
    assertWaits(waiting);
    shortage = Optional.empty();
    pass(1);
    through(waiting).close();
    running.close();
    assertThat(heard).containsExactly("waiting: none left", "passed");
  }

  @Test
  void whatHasBegunGoesOn() throws Exception {
    watch();
    try (LeaseGate.Pass outer = gate.enter()) {
      shortage = Optional.of("none left");
      pass(1);
      gate.enter().close();
      assertThat(outer).isNotNull();
      Future<LeaseGate.Pass> other = worker();
      assertWaits(other);
      shortage = Optional.empty();
      pass(1);
      through(other).close();
    }
  }

  @Test
  void goesOnOneAtATimeWhenWaitingWouldHelpNobody() throws Exception {
    watch();
    LeaseGate.Pass running = through(worker());
    shortage = Optional.of("none left");
    pass(1000);
    Future<LeaseGate.Pass> one = worker();
    Future<LeaseGate.Pass> two = worker();
    assertWaits(one);
    running.close();
    pass(LeaseGate.PATIENCE_SECONDS - 1);
    assertWaits(one);
    assertWaits(two);
    pass(1);
    Future<LeaseGate.Pass> first = firstThrough(one, two);
    Future<LeaseGate.Pass> second = first == one ? two : one;
    assertWaits(second);
    assertThat(heard).containsExactly("waiting: none left", "going on: none left for 300");
    first.get().close();
    through(second).close();
    through(worker()).close();
    assertThat(heard).hasSize(2);
    shortage = Optional.empty();
    pass(1);
    gate.check();
    assertThat(heard).last().isEqualTo("passed");
  }

  private static Future<LeaseGate.Pass> firstThrough(
      Future<LeaseGate.Pass> one, Future<LeaseGate.Pass> two) throws InterruptedException {
    while (!one.isDone() && !two.isDone()) {
      Thread.sleep(10);
    }
    return one.isDone() ? one : two;
  }

  @Test
  void everyShortageHasItsOwnPatience() throws Exception {
    watch();
    for (int shortages = 1; shortages <= 2; shortages++) {
      shortage = Optional.of("none left");
      pass(1);
      Future<LeaseGate.Pass> waiting = worker();
      assertWaits(waiting);
      pass(LeaseGate.PATIENCE_SECONDS);
      through(waiting).close();
      shortage = Optional.empty();
      pass(1);
      gate.check();
      assertThat(heard).hasSize(3 * shortages);
    }
  }

  @Test
  void aShortageThatHeldNobodyBackIsNotReported() {
    watch();
    shortage = Optional.of("none left");
    pass(1);
    gate.check();
    shortage = Optional.empty();
    pass(1);
    gate.check();
    assertThat(heard).isEmpty();
  }

  @Test
  void theEndOfTheRunOpensIt() throws Exception {
    watch();
    shortage = Optional.of("none left");
    pass(1);
    Future<LeaseGate.Pass> waiting = worker();
    assertWaits(waiting);
    gate.unwatch();
    through(waiting).close();
    assertThat(heard).containsExactly("waiting: none left", "passed");
  }

  @Test
  void aWorkerThatWaitsCanBeInterrupted() throws Exception {
    watch();
    shortage = Optional.of("none left");
    pass(1);
    Future<LeaseGate.Pass> waiting = worker();
    assertWaits(waiting);
    waiting.cancel(true);
    shortage = Optional.empty();
    pass(1);
    through(worker()).close();
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    watch();
    LeaseGate.Pass one = through(worker());
    LeaseGate.Pass two = through(worker());
    one.close();
    one.close();
    shortage = Optional.of("none left");
    pass(LeaseGate.PATIENCE_SECONDS * 2);
    Future<LeaseGate.Pass> waiting = worker();
    pass(LeaseGate.PATIENCE_SECONDS * 2);
    assertWaits(waiting);
    two.close();
    pass(LeaseGate.PATIENCE_SECONDS);
    through(waiting).close();
  }
}
