package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --notify}: whoever is told, of whatever the run ended with, changes nothing of it. */
class NotifyTest {
  @TempDir Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  /** An address that answers with a status, and keeps what it was sent. */
  private String serve(int status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + body);
          if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/secret?token=x";
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private Path database() {
    return folder.resolve("research.db");
  }

  /** The memory of this process is no alert, whatever other tests have left in it. */
  private Cli run(String... more) {
    String[] all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = "--memory=2000";
    return Cli.run(Cli.BUNDLED, database(), all);
  }

  /** Writes its variables and what it is given to a file. */
  private String command() {
    return "{ env | grep ^NOTICE_ | sort; echo \"stdin: $(cat)\"; } >'" + folder + "/told'";
  }

  private String told() throws IOException {
    return Files.readString(folder.resolve("told"));
  }

  private List<String> alerts() throws Exception {
    return Dump.query(database(), "SELECT kind, severity, message FROM alerts");
  }

  @Test
  void aCommandIsToldOfARunThatFinished() throws Exception {
    Cli call = run("--notify=" + command());
    assertThat(call.status()).as(call.err()).isZero();
    String runId = Dump.query(database(), "SELECT run_id FROM runs").get(0);
    assertThat(told().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("NOTICE_ALERTS=0"),
            line -> assertThat(line).isEqualTo("NOTICE_DATABASE=" + database()),
            line ->
                assertThat(line)
                    .matches(
                        "NOTICE_LINE=finished 8 of 8 units in .*: \\d champions"
                            + " \\(\\d robust, \\d doubtful, \\d overfit\\)"),
            line -> assertThat(line).isEqualTo("NOTICE_RESULT=finished"),
            line -> assertThat(line).isEqualTo("NOTICE_RUN=" + runId),
            line -> assertThat(line).startsWith("stdin: finished 8 of 8 units in "));
    assertThat(call.out().lines())
        .as("what is told is not said")
        .last()
        .isEqualTo("database  " + database());
    Cli again = run("--notify=" + command());
    assertThat(again.status()).isZero();
    assertThat(told()).contains("NOTICE_LINE=had finished before, nothing was computed");
  }

  @Test
  void anAddressIsSentJson() throws Exception {
    Cli call = run("--notify=" + serve(204));
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0))
        .startsWith("POST /hook/secret?token=x application/json; charset=utf-8 {\"text\":\"night")
        .contains("\"text\":\"nightshift: finished 8 of 8 units in ", "\"result\":\"finished\"")
        .contains("\"database\":\"" + database() + "\"", "\"alerts\":0", "\"host\":\"");
    assertThat(alerts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 500})
  void anAddressThatRefusesIsAnAlertAndNothingElse(int status) throws Exception {
    Cli call = run("--notify=" + serve(status));
    assertThat(call.status()).isZero();
    assertThat(requests).as("told once, nowhere else").hasSize(1);
    String message =
        "nobody was told that the run finished: http://127.0.0.1:"
            + server.getAddress().getPort()
            + " answered with status "
            + status;
    assertThat(call.err()).contains("nightshift: " + message + "; the result stands");
    assertThat(alerts()).containsExactly("notification|WARN|" + message);
    assertThat(call.err() + call.out() + alerts()).doesNotContain("secret", "token");
    assertThat(Dump.query(database(), "SELECT status FROM runs")).containsExactly("finished");
  }

  @Test
  void anAddressWhereNobodyIsIsAnAlert() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Cli call = run("--notify=http://127.0.0.1:" + port + "/");
    assertThat(call.status()).isZero();
    assertThat(alerts()).singleElement().asString().contains("cannot be reached");
  }

  @Test
  void aCommandThatFailsIsAnAlert() throws Exception {
    Cli call = run("--notify=echo no mail today; exit 7", "--strict");
    assertThat(call.status()).as("of a run that is clean otherwise").isZero();
    assertThat(alerts())
        .containsExactly(
            "notification|WARN|nobody was told that the run finished: the command ended with status"
                + " 7: no mail today");
  }

  @Test
  void aRunThatCannotBeginIsTold() throws Exception {
    Cli call = Cli.run(folder.resolve("nowhere"), database(), "--notify=" + command());
    assertThat(call.status()).isEqualTo(2);
    assertThat(told())
        .contains("NOTICE_RESULT=failed\n", "NOTICE_RUN=\n", "NOTICE_LINE=", "nowhere");
    assertThat(database()).doesNotExist();
  }

  @Test
  void aFailureStaysThatFailureWhenNobodyCanBeTold() {
    Path nowhere = folder.resolve("nowhere");
    Cli told = Cli.run(nowhere, database());
    Cli call = Cli.run(nowhere, database(), "--notify=exit 1");
    assertThat(call.status()).isEqualTo(told.status());
    assertThat(call.err())
        .startsWith("nightshift: nobody was told that the run failed")
        .endsWith(told.err());
    assertThat(database()).doesNotExist();
  }

  @Test
  void aRunThatEndsEarlyIsToldAsPartial() throws Exception {
    Cli call =
        Cli.call(
            "run",
            "--profile=pi_safe",
            "--market=" + Cli.BUNDLED,
            "--research=" + database(),
            "--population=2000",
            "--generations=2000",
            "--maxDuration=1s",
            "--memory=2000",
            "--notify=" + command());
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(told())
        .contains("NOTICE_RESULT=partial", "NOTICE_LINE=ended with ", "; ALERTS: WARN partial: ");
  }

  /** A process that is signalled tells it before it ends, and keeps its status. */
  @Test
  void anInterruptedRunIsTold() throws Exception {
    ChildRun run =
        ChildRun.start(
            folder,
            List.of(),
            "",
            database(),
            "--maxSymbols=12",
            "--maxYears=3",
            "--population=60",
            "--generations=10",
            "--notify=" + command());
    run.awaitUnit(database());
    run.signal("TERM");
    assertThat(run.await(20)).as(run.text()).isEqualTo(143);
    assertThat(told())
        .contains("NOTICE_RESULT=interrupted\n", "NOTICE_LINE=the run was interrupted with ");
    assertThat(run.lastLine()).startsWith("nightshift: the run was interrupted with ");
  }

  /** What is told may hold anything that a path can. */
  @Test
  void nothingThatIsToldIsACommand() throws Exception {
    Path trap = folder.resolve("$(touch trapped)`touch trapped`;touch trapped;'\"");
    Cli call = Cli.run(trap, database(), "--notify=cd '" + folder + "'; " + command());
    assertThat(call.status()).isEqualTo(2);
    assertThat(told()).contains("$(touch trapped)`touch trapped`;touch trapped;'\"");
    assertThat(folder.resolve("trapped")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "https:///x", "http://user:password@host/", "http://a b/"})
  void whatIsNoAddressIsRefused(String wrong) {
    Cli call = run("--notify=" + wrong);
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("--notify must be a command, an address").hasLineCount(1);
    assertThat(database()).doesNotExist();
  }
}
