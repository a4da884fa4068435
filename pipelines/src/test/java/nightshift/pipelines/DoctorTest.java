package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightshift.io.research.AlertRow;
import nightshift.io.research.MemorySample;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.RunOutcome;
import nightshift.io.research.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code doctor} on recorded machines, in {@code src/test/resources/doctor}: each with a market,
 * and a research database that is made here.
 */
class DoctorTest {
  private static final Path RECORDED = Path.of("src", "test", "resources", "doctor");
  private static final Instant NIGHT = Instant.parse("2026-01-10T01:00:02Z");
  private static final long MB = 1 << 20;
  private static final String RESEARCH = "home/pi/nightshift/research/nightshift.db";

  @TempDir Path folder;

  /** A finding: severity, check, and what was found. */
  private record Found(String severity, String check, String text) {
    String kind() {
      return severity + " " + check;
    }
  }

  private Path machine(String name) throws IOException {
    Path from = RECORDED.resolve(name);
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  /** A database with one run, which has finished if there is an outcome. */
  private static void database(Path file, long virtual, boolean finished, String... alerts)
      throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file)) {
      RunRow.Estimate estimate = new RunRow.Estimate(300 * MB, MB, 60);
      database.beginRun(
          new RunRow("r1", NIGHT, "1", "market", "/market", "{}", "{}", 50, 1, 8, estimate));
      database.writeSamples(
          "r1",
          List.of(
              new MemorySample(
                  NIGHT,
                  401 * MB,
                  412 * MB,
                  0,
                  virtual,
                  0,
                  200 * MB,
                  0,
                  512 * MB,
                  0,
                  new MemorySample.Machine(2000 * MB, -1, -1, -1, 0, 0, 60, 0))));
      for (String alert : alerts) {
        String[] parts = alert.split(" ", 3);
        database.alert("r1", new AlertRow(parts[1], NIGHT, Optional.empty(), parts[0], parts[2]));
      }
      if (finished) {
        database.finishRun("r1", new RunOutcome(NIGHT, 0, 100, 1000, 50, 12.5, 412 * MB, MB));
      }
    }
  }

  private Cli doctor(Path root, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "doctor",
                "--root=" + root,
                "--at=2026-01-10",
                "--market=/home/pi/market",
                "--research=/" + RESEARCH));
    words.addAll(List.of(more));
    return Cli.call(words.toArray(String[]::new));
  }

  /** By the JSON, of which the text is another view. */
  private List<Found> findings(Path root) throws IOException {
    Cli call = doctor(root, "--json");
    assertThat(call.err()).isEmpty();
    List<Found> found = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(call.out())) {
      String check = "";
      String severity = "";
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          switch (String.valueOf(json.getCurrentName())) {
            case "check" -> check = json.getText();
            case "severity" -> severity = json.getText();
            case "found" -> found.add(new Found(severity, check, json.getText()));
            default -> {
              // Not looked at here.
            }
          }
        }
      }
    }
    return found;
  }

  private List<String> trouble(Path root) throws IOException {
    return findings(root).stream()
        .filter(found -> List.of("critical", "warning").contains(found.severity()))
        .map(Found::kind)
        .toList();
  }

  /** All that is wrong with each machine, and nothing that is not. */
  @ParameterizedTest
  @CsvSource({
    "pi5,",
    "pc,",
    "container,",
    "story, 'critical watchdog; critical watchdog; warning reboots'",
    "out-of-memory, 'critical memory; warning memory; warning swap'",
    "throttled, 'critical throttling; critical throttling; warning throttling; warning cpu governor'",
    "no-memory-controller, warning control groups",
    "dying-disk,"
        + " 'critical disk space; critical card wear; critical file systems; critical file systems;"
        + " critical file systems'",
  })
  void eachMachineHasWhatItHas(String name, String trouble) throws Exception {
    Path root = machine(name);
    database(root.resolve(RESEARCH), 700 * MB, true);
    List<String> expected = trouble == null ? List.of() : List.of(trouble.split("; "));
    assertThat(trouble(root)).containsExactlyInAnyOrderElementsOf(expected);
  }

  /**
   * The machine on account of which this program was written: rebooted every night by a watchdog
   * daemon that had been installed some days before, with a database that a dashboard had made
   * empty at another path, and a virtual size that looked like the culprit.
   */
  @Test
  void theWholeStoryIsToldInOneCall() throws Exception {
    Path root = machine("story");
    database(root.resolve(RESEARCH), 8847 * MB, false, "CRITICAL machine_memory nobody saw this");
    Path empty = root.resolve("home/pi/dashboard/research.db");
    Files.createDirectories(empty.getParent());
    Files.createFile(empty);
    Cli call = doctor(root);
    assertThat(call.status()).isZero();
    String said = call.out().replaceAll("\\s+", " ");
    assertThat(said)
        .contains(
            "/etc/watchdog.conf has min-memory = 25600: pages of 64 kB, so 1,600 MB of the machine's"
                + " 4,050 MB must be free; the package was installed 2026-01-05 19:58; in 14 days it"
                + " found less 15 times",
            "the watchdog daemon rebooted the machine 5 times in 14 days, last 2026-01-10 02:14:"
                + " error 12 = 'Cannot allocate memory'",
            "the machine was started 6 times in 14 days",
            "on 6 different days",
            "installed watchdog 5.16-1+b2 (2026-01-05 19:58)",
            "/home/pi/dashboard/research.db is an empty database beside the one that runs write, /"
                + RESEARCH,
            "run r1 of 2026-01-10 02:00 was cut off: it is marked as running, and nobody is at work",
            "it had 401 MB resident at most, of a budget of 512 MB; its virtual size was 8,847 MB,"
                + " more than the machine's 4,050 MB",
            "it raised the alert CRITICAL machine_memory: nobody saw this",
            "ok memory: the kernel ended nothing for want of memory in 14 days");
    assertThat(call.out())
        .contains(
            "$ sudo sed -i 's/^[[:space:]]*min-memory/#&/' /etc/watchdog.conf\n",
            "$ sudo systemctl restart watchdog\n",
            "$ rm /home/pi/dashboard/research.db\n");
    assertThat(call.out().lines())
        .last()
        .isEqualTo("result    4 critical, 2 warnings; begin with the first");
    assertThat(call.out().lines().filter(line -> line.matches("[A-Z].*")).findFirst())
        .hasValueSatisfying(first -> assertThat(first).startsWith("CRITICAL  watchdog: "));
    assertThat(empty).as("left alone").isEmptyFile();
  }

  /** The command that mends it does. */
  @Test
  void mendedTheWatchdogIsNoLongerFoundGuilty() throws Exception {
    Path root = machine("story");
    database(root.resolve(RESEARCH), 700 * MB, true);
    Path config = root.resolve("etc/watchdog.conf");
    Process sed =
        new ProcessBuilder("sed", "-i", "s/^[[:space:]]*min-memory/#&/", config.toString()).start();
    assertThat(sed.waitFor()).isZero();
    Files.delete(root.resolve("var/log/syslog"));
    Files.delete(root.resolve("var/log/kern.log"));
    assertThat(trouble(root)).isEmpty();
  }

  @Test
  void withoutItsOwnWordAPageIsWhatTheArchitectureMakesIt() throws Exception {
    Path root = machine("story");
    Files.delete(root.resolve("var/log/syslog"));
    assertThat(findings(root))
        .extracting(Found::text)
        .anyMatch(text -> text.contains("so 1,600 MB"));
    Files.writeString(root.resolve("proc/cpuinfo"), "processor\t: 0\nmodel name\t: x86\n");
    assertThat(findings(root)).extracting(Found::text).anyMatch(text -> text.contains("so 100 MB"));
  }

  @Test
  void aDaemonThatIsNotStartedIsNoDanger() throws Exception {
    Path root = machine("pi5");
    Files.writeString(root.resolve("etc/watchdog.conf"), "min-memory = 25600 # pages\n");
    assertThat(findings(root))
        .filteredOn(found -> found.check().equals("watchdog"))
        .extracting(Found::severity)
        .containsExactlyInAnyOrder("note", "ok");
  }

  @Test
  void anEmptyDatabaseAtTheVeryPathAndASecondOneAreFound() throws Exception {
    Path root = machine("pi5");
    Path other = root.resolve("home/pi/old/nightshift.db");
    database(other, 700 * MB, true);
    assertThat(trouble(root)).containsExactly("warning paths");
    assertThat(doctor(root).out().replaceAll("\\s+", " "))
        .contains("nothing is at /" + RESEARCH + ", but there is /home/pi/old/nightshift.db");
    Files.createDirectories(root.resolve(RESEARCH).getParent());
    Files.createFile(root.resolve(RESEARCH));
    assertThat(trouble(root)).containsExactly("critical paths", "warning paths");
    Files.delete(root.resolve(RESEARCH));
    database(root.resolve(RESEARCH), 700 * MB, true);
    assertThat(trouble(root)).containsExactly("warning paths");
    Files.writeString(root.resolve(RESEARCH), "to whom it may concern");
    assertThat(trouble(root)).contains("critical paths");
  }

  @Test
  void aMarketThatIsGoneOrEmptyIsFound() throws Exception {
    Path root = machine("pi5");
    Path market = root.resolve("home/pi/market");
    Files.delete(market.resolve("AAPL.parquet"));
    assertThat(trouble(root)).containsExactly("critical paths");
    Files.delete(market);
    assertThat(trouble(root)).containsExactly("critical paths");
  }

  @Test
  void whatIsOldIsNoNews() throws Exception {
    Path root = machine("story");
    database(root.resolve(RESEARCH), 700 * MB, true);
    Cli call = doctor(root, "--json");
    assertThat(call.out()).contains("rebooted the machine 5 times");
    Cli later =
        Cli.call(
            "doctor",
            "--root=" + root,
            "--at=2026-03-10",
            "--market=/home/pi/market",
            "--research=/" + RESEARCH);
    assertThat(later.out())
        .contains("min-memory = 25600", "no package in 14 days", "no start in 14 days")
        .doesNotContain("rebooted the machine");
  }

  @Test
  void limitsAndAccountingThatEndJavaAreFound() throws Exception {
    Path root = machine("pi5");
    Path limits = root.resolve("proc/self/limits");
    Files.writeString(
        limits,
        Files.readString(limits)
            .replaceFirst("(Max address space +)unlimited ", "$12147483648")
            .replaceFirst("(Max open files +)1024 ", "$1256  "));
    Files.writeString(root.resolve("proc/sys/vm/overcommit_memory"), "2\n");
    assertThat(trouble(root)).containsExactly("warning limits", "warning limits", "warning limits");
  }

  @Test
  void aGroupThatMetItsLimitIsFound() throws Exception {
    Path root = machine("container");
    Path events = root.resolve("sys/fs/cgroup/memory.events");
    Files.writeString(events, Files.readString(events).replace("oom_kill 0", "oom_kill 3"));
    assertThat(trouble(root)).containsExactly("critical memory");
  }

  @Test
  void theClockIsLookedAt() throws Exception {
    Path root = machine("pi5");
    Files.delete(root.resolve("run/systemd/timesync/synchronized"));
    assertThat(trouble(root)).containsExactly("warning clock");
  }

  @Test
  void whatCannotBeSeenIsSaid() throws Exception {
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Cli call = doctor(nothing);
    assertThat(call.status()).isZero();
    assertThat(call.out())
        .contains("not seen  reboots: no kernel log was found", "not seen  what changed: ")
        .contains("not seen  memory: whether the kernel ended something")
        .doesNotContain("the kernel ended nothing")
        .contains("not seen  disk space: ", "not seen  clock: whether anything sets the clock");
  }

  @Test
  void strictMakesTroubleAStatus() throws Exception {
    Path healthy = machine("pi5");
    assertThat(doctor(healthy, "--strict").status()).isZero();
    Path story = machine("story");
    assertThat(doctor(story, "--strict").status()).isEqualTo(Command.NOT_CLEAN);
    assertThat(doctor(story).status()).isZero();
  }

  @Test
  void jsonHasAStableShape() throws Exception {
    Cli call = doctor(machine("no-memory-controller"), "--json");
    assertThat(call.out())
        .containsSubsequence(
            "\"version\" : 1",
            "\"at\" : \"2026-01-11T00:00:00Z\"",
            "\"machine\" : \"Raspberry Pi 5 ",
            "\"worst\" : \"warning\"",
            "\"counts\" : {",
            "\"ok\" : ",
            "\"note\" : ",
            "\"warning\" : 1",
            "\"critical\" : 0",
            "\"findings\" : [ {",
            "\"check\" : \"control groups\"",
            "\"severity\" : \"warning\"",
            "\"found\" : \"the kernel's memory controller is off: the boot line has"
                + " cgroup_disable=memory\"",
            "\"why\" : ",
            "\"mend\" : [ \"sudo sed -i '1s/$/ cgroup_enable=memory/' /boot/firmware/cmdline.txt\","
                + " \"sudo reboot\" ]",
            "\"unseen\" : [ {",
            "\"check\" : ",
            "\"what\" : ",
            "\"how\" : ");
  }

  @Test
  void nothingIsCreatedOrChanged() throws Exception {
    Path root = machine("story");
    List<String> before = files(root);
    doctor(root);
    doctor(root, "--json");
    assertThat(files(root)).isEqualTo(before);
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        found.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return found;
    }
  }

  @Test
  void aFolderThatIsNotThereIsWrongUse() {
    Cli call = Cli.call("doctor", "--root=" + folder.resolve("nowhere"));
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("there is no such folder").hasLineCount(1);
  }

  /** Whatever this machine is: it is looked at without root, and no check fails. */
  @Test
  void thisMachineIsLookedAt() {
    Cli call = Cli.call("doctor", "--market=" + Cli.BUNDLED, "--research=" + folder + "/none.db");
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(call.out()).contains("\nresult    ").doesNotContain("this check failed");
  }
}
