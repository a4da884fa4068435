package nightshift.pipelines.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nightshift.profiles.KernelText;

/**
 * A web address that is sent JSON by POST; {@code text} is what Slack, Mattermost and others show.
 * Redirections are not followed, as nobody agreed to what is behind them.
 */
record Webhook(URI address) implements Notifier {

  @Override
  public void tell(Ending ending, Duration patience) throws NotifierException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "nightshift")
            .POST(HttpRequest.BodyPublishers.ofString(json(ending)))
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status / 100 != 2) {
        throw new NotifierException(where() + " answered with status " + status);
      }
    } catch (TimeoutException e) {
      throw new NotifierException(
          where() + " did not answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new NotifierException(where() + " cannot be reached: " + reason(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotifierException(where() + " was not waited for", e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Without path and query. */
  private String where() {
    return address.getScheme()
        + "://"
        + address.getHost()
        + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String json(Ending ending) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("text", "nightshift: " + ending.line());
      json.writeStringField("program", "nightshift");
      json.writeStringField("result", ending.result());
      json.writeStringField("line", ending.line());
      json.writeStringField("run", ending.runId());
      json.writeStringField("database", ending.database());
      json.writeNumberField("alerts", ending.alerts());
      json.writeStringField("host", host());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  /** From the kernel, as a name server may be asked otherwise. */
  private static String host() {
    return KernelText.of(Path.of("/proc/sys/kernel/hostname")).orElse("");
  }
}
