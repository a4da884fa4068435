package nightshift.pipelines.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command of the user's, run by {@code sh -c}. What is told is on its standard input and in
 * variables, and never part of the command: no symbol, path or message can become one.
 *
 * @param command as the user wrote it
 */
record Shell(String command) implements Notifier {
  private static final int SHOWN = 200;
  private static final int MOST_BYTES = 1 << 16;

  @Override
  public void tell(Ending ending, Duration patience) throws NotifierException {
    Process process = start(ending);
    try {
      CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> drain(process));
      give(process, ending.line());
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotifierException(
            "the command took longer than " + patience.toSeconds() + " s, and was ended");
      }
      if (process.exitValue() != 0) {
        throw new NotifierException(
            "the command ended with status " + process.exitValue() + last(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotifierException("the command was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start(Ending ending) throws NotifierException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    // Not NIGHTSHIFT_, which are settings of the program itself, should the command call it.
    builder.environment().put("NOTICE_RESULT", ending.result());
    builder.environment().put("NOTICE_LINE", ending.line());
    builder.environment().put("NOTICE_RUN", ending.runId());
    builder.environment().put("NOTICE_DATABASE", ending.database());
    builder.environment().put("NOTICE_ALERTS", Integer.toString(ending.alerts()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new NotifierException("the command could not be started: " + e.getMessage(), e);
    }
  }

  private static void give(Process process, String line) {
    try (OutputStream in = process.getOutputStream()) {
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException notWanted) {
      // A command need not read what it is given.
    }
  }

  /** All that it says is read, so that it is not held up; the beginning is kept. */
  private static String drain(Process process) {
    try (InputStream out = process.getInputStream()) {
      byte[] first = out.readNBytes(MOST_BYTES);
      out.transferTo(OutputStream.nullOutputStream());
      return new String(first, StandardCharsets.UTF_8);
    } catch (IOException ended) {
      return "";
    }
  }

  private static String last(CompletableFuture<String> said) {
    String text = said.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
    String line = text.lines().filter(some -> !some.isBlank()).reduce((a, b) -> b).orElse("");
    return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(SHOWN, line.length()));
  }
}
