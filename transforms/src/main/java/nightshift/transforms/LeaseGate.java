package nightshift.transforms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds back new work while memory is short. Work that has begun goes on; a worker that wants to
 * begin waits until memory is no longer short. When nothing is left running here that could give
 * memory back, waiting longer than {@link #PATIENCE_SECONDS} would help nobody: then, for as long
 * as memory stays short, one worker at a time goes on.
 *
 * <p>Who looks at memory, and who hears of a shortage, is set by the run; until then the gate is
 * open.
 */
public final class LeaseGate {
  /** How long nothing may run here because memory is short. */
  static final long PATIENCE_SECONDS = 300;

  private static final long MILLIS_BETWEEN_LOOKS = 250;

  /** Says why memory is short; empty when it is not. */
  public interface Look {
    Optional<String> shortage();
  }

  /** Hears of work that is held back; called by whoever notices, one call at a time. */
  public interface Listener {
    /** A worker has to wait: the first of a shortage. */
    void waiting(String reason);

    /** The patience is at an end: from now on, one worker at a time goes on in spite of it. */
    void goingOn(String reason, double waitedSeconds);

    /** Memory is no longer short, or the run is at its end; only after {@link #waiting}. */
    void passed();
  }

  private static final Look NOBODY = Optional::empty;

  private final Map<Thread, Integer> passes = new HashMap<>();
  private final LongSupplier nanos;
  private Look look = NOBODY;
  private Listener listener;
  private Optional<String> shortage = Optional.empty();
  private long lookedAt;
  private long shortSince;
  private long idleSince;
  private boolean reported;
  private boolean patient = true;

  LeaseGate() {
    this(System::nanoTime);
  }

  /**
   * @param nanos a clock, as {@link System#nanoTime}
   */
  LeaseGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The right to work, until it is closed; to close it again does nothing. */
  final class Pass implements AutoCloseable {
    private Thread worker = Thread.currentThread();

    @Override
    public void close() {
      synchronized (LeaseGate.this) {
        if (worker != null) {
          leave(worker);
          worker = null;
        }
      }
    }
  }

  /** From now on somebody looks, and somebody listens. */
  public synchronized void watch(Look look, Listener listener) {
    this.look = look;
    this.listener = listener;
    lookedAt = nanos.getAsLong() - TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_LOOKS);
    check();
  }

  /** Nobody looks any more, and the gate is open. */
  public synchronized void unwatch() {
    look = NOBODY;
    end();
    listener = null;
    notifyAll();
  }

  /** Looks whether a shortage has passed; to be called now and then, as workers may be busy. */
  public synchronized void check() {
    long now = nanos.getAsLong();
    if (now - lookedAt < TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_LOOKS)) {
      return;
    }
    lookedAt = now;
    Optional<String> before = shortage;
    Optional<String> found = look.shortage();
    if (found.isEmpty()) {
      end();
    } else {
      shortage = found;
      if (before.isEmpty()) {
        shortSince = now;
      }
    }
  }

  private void end() {
    if (reported) {
      listener.passed();
    }
    shortage = Optional.empty();
    reported = false;
    patient = true;
    notifyAll();
  }

  /**
   * Waits until a worker may begin. A thread that has a pass already gets another at once: it goes
   * on with what it does.
   */
  synchronized Pass enter() throws InterruptedException {
    if (!passes.containsKey(Thread.currentThread())) {
      awaitTurn();
    }
    passes.merge(Thread.currentThread(), 1, Integer::sum);
    return new Pass();
  }

  private void awaitTurn() throws InterruptedException {
    check();
    while (shortage.isPresent() && !mayGoOn()) {
      if (!reported) {
        reported = true;
        listener.waiting(shortage.get());
      }
      wait(MILLIS_BETWEEN_LOOKS);
      Stop.ofThisProcess().check();
      check();
    }
  }

  private boolean mayGoOn() {
    if (!passes.isEmpty()) {
      return false;
    }
    long now = nanos.getAsLong();
    double waited = (now - Math.max(shortSince, idleSince)) / 1e9;
    if (patient && waited >= PATIENCE_SECONDS) {
      patient = false;
      listener.goingOn(shortage.orElseThrow(), waited);
    }
    return !patient;
  }

  private void leave(Thread worker) {
    passes.computeIfPresent(worker, (thread, count) -> count == 1 ? null : count - 1);
    if (passes.isEmpty()) {
      idleSince = nanos.getAsLong();
    }
    notifyAll();
  }
}
