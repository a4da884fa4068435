package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nightshift.profiles.Locations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code service}: systemd takes the files, and what they start is what was asked for. */
class ServiceTest {
  private static final String AWKWARD = "a b%h$HOME'q'\\x\"y";

  @TempDir Path folder;

  /** Installed where it is built, as the launcher says it. */
  @BeforeEach
  void install() {
    System.setProperty(Locations.HOME, Path.of("..").toAbsolutePath().normalize().toString());
  }

  @AfterEach
  void uninstall() {
    System.clearProperty(Locations.HOME);
  }

  private record Said(int status, String text) {}

  private static Said call(Path in, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), text);
  }

  /** A launcher, at an awkward path, that says in a line each what it was given. */
  private Path launcher() throws IOException {
    Path file = Files.createDirectories(folder.resolve(AWKWARD)).resolve("nightshift");
    Files.writeString(file, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ServiceUnits units(String hook) throws IOException {
    Path launcher = launcher();
    return new ServiceUnits(
        launcher,
        launcher.getParent(),
        "",
        List.of("--market=" + folder + "/" + AWKWARD, "--notify=echo 100 % \"$NOTICE_LINE\" \\o/"),
        LocalTime.of(2, 5),
        512,
        4050,
        List.of(launcher.getParent(), folder),
        hook);
  }

  private Said verify(Path units) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
        "there is no systemd-analyze here");
    return call(
        units,
        "systemd-analyze",
        "verify",
        "--man=no",
        units.resolve(ServiceUnits.SERVICE).toString(),
        units.resolve(ServiceUnits.TIMER).toString());
  }

  @Test
  void systemdTakesWhatIsInstalled() throws Exception {
    Path to = Files.createDirectory(folder.resolve("units"));
    Path research = Files.createDirectory(folder.resolve("my results"));
    Cli call =
        Cli.call(
            "service",
            "--install",
            "--to=" + to,
            "--user=root",
            "--profile=pi_safe",
            "--market=" + Cli.BUNDLED,
            "--research=" + research + "/night.db",
            "--until=06:30",
            "--notify=mail -s \"$NOTICE_RESULT 100 %\" me");
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(call.out()).contains("sudo systemctl enable --now nightshift.timer");
    assertThat(Files.readString(to.resolve("nightshift.service")))
        .contains(
            "MemoryHigh=576M\nMemoryMax=640M\n",
            " --profile=pi_safe ",
            " --memory=512 ",
            " --until=06:30",
            " --maxDuration=4h30m ",
            " \"--notify=mail -s \\\"$$NOTICE_RESULT 100 %%\\\" me\" ",
            "ReadWritePaths=\"" + research + "\" ",
            "OnFailure=nightshift-failed.service",
            "TimeoutStopSec=15");
    assertThat(Files.readString(to.resolve("nightshift.timer")))
        .contains("OnCalendar=*-*-* 02:00:00", "Persistent=true");
    Said said = verify(to);
    assertThat(said.text()).doesNotContain("nightshift");
    assertThat(said.status()).as(said.text()).isZero();
  }

  @Test
  void awkwardPathsReachSystemdAsTheyAre() throws Exception {
    ServiceUnits units = units("cat");
    Files.writeString(folder.resolve(ServiceUnits.SERVICE), units.service());
    Files.writeString(folder.resolve(ServiceUnits.TIMER), units.timer());
    Files.writeString(folder.resolve(ServiceUnits.FAILED), units.failed());
    Said said = verify(folder);
    assertThat(said.text()).doesNotContain("nightshift");
    assertThat(said.status()).as(said.text()).isZero();
  }

  @Test
  void wordsAreEscapedForSystemd() {
    assertThat(ServiceUnits.word("--seed=7")).isEqualTo("--seed=7");
    assertThat(ServiceUnits.word("/a b/50%/$X")).isEqualTo("\"/a b/50%%/$$X\"");
    assertThat(ServiceUnits.word("q\"\\")).isEqualTo("\"q\\\"\\\\\"");
  }

  /** As cron does it: a percent sign with a backslash is one, and a shell gets the rest. */
  @Test
  void aCronLineStartsTheSame() throws Exception {
    ServiceUnits units = units("");
    String line = units.cron();
    assertThat(line).startsWith("5 2 * * * cd ").hasLineCount(1);
    assertThat(line.replace("\\%", "")).doesNotContain("%");
    String command = line.substring("5 2 * * * ".length()).replace("\\%", "%");
    Said said = call(folder, "sh", "-c", command);
    assertThat(said.text().lines())
        .containsExactly("run", units.options().get(0), units.options().get(1));
    assertThat(said.status()).isZero();
  }

  @Test
  void itPrintsAndWritesNothingUnlessAsked() {
    Cli call = Cli.call("service", "--profile=pi_safe", "--research=" + folder + "/x/night.db");
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(call.out())
        .contains("# /etc/systemd/system/nightshift.service\n", "[Timer]")
        .doesNotContain("OnFailure");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsNotOursIsLeftAlone() throws Exception {
    Path mine = Files.writeString(folder.resolve("nightshift.timer"), "[Timer]\n");
    Cli call =
        Cli.call("service", "--install", "--to=" + folder, "--research=" + folder + "/night.db");
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("was not made by this program").hasLineCount(1);
    assertThat(mine).hasContent("[Timer]");
    assertThat(folder.resolve("nightshift.service")).doesNotExist();
  }

  @Test
  void aFolderThatTheServiceNeedsMustBeThere() {
    Cli call =
        Cli.call("service", "--install", "--to=" + folder, "--research=" + folder + "/no/night.db");
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("mkdir -p '" + folder + "/no'").hasLineCount(1);
  }

  @Test
  void wrongUseIsRefused() {
    assertThat(Cli.call("service", "--user=a b").err()).contains("not the name of a user");
    assertThat(Cli.call("service", "--at=25:00").status()).isEqualTo(2);
    assertThat(Cli.call("service", "--research=jdbc:postgresql://x/y").err()).contains("SQLite");
  }

  /** Held to its limit, the service would otherwise choose a smaller profile by itself. */
  @Test
  void theProfileAndTheMemoryAreSpeltOut() {
    Cli call = Cli.call("service", "--cron", "--research=" + folder + "/night.db");
    assertThat(call.out())
        .containsPattern("--profile=(pi_safe|pi_balanced|workstation)")
        .containsPattern("--memory=\\d+")
        .contains("--market=", "--log=info");
  }
}
