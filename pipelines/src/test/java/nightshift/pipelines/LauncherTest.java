package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher, in an installation of its own, with a java and an mvn that say how they are called.
 */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "basename",
          "readlink",
          "sed",
          "find",
          "head",
          "mkdir",
          "touch",
          "mktemp",
          "mv",
          "rm",
          "env",
          "cat");

  /**
   * Says its version; as JvmFlags prints words, and the file that they follow from; told to make an
   * archive makes one, aloud; as Nightshift prints what it was given.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        "-version") echo 'openjdk version "%s" 2025-04-15' >&2 ;;
        *nightshift.profiles.JvmFlags*)
          echo asked >>asked
          echo "MALLOC_ARENA_MAX=3 -Xmx99m -Dglob=* ${ARCHIVE-}"
          [ -n "${FORGETFUL-}" ] || printf '%%s/profile\\n%%s/nowhere\\n' "$PWD" "$PWD" ;;
        *--version*) exit "${UNFIT-0}" ;;
        *-XX:DumpLoadedClassList=*)
          echo "$*" >>called
          echo noise; echo noise >&2
          for arg; do
            case $arg in -XX:Dump*) echo 'the classes' >"${arg#*=}" ;; esac
          done
          exit "${FAILS-0}" ;;
        *-Xshare:dump*)
          echo noise; echo noise >&2
          for arg; do
            case $arg in
              -XX:SharedClass*) list=${arg#*=} ;;
              -XX:SharedArchive*) cat "$list" >"${arg#*=}" ;;
            esac
          done ;;
        *)
          printf 'arenas %%s\\n' "${MALLOC_ARENA_MAX-}"
          printf 'arg %%s\\n' "$@"
          exit 7 ;;
      esac
      """;

  private static final String ARCHIVES = "pipelines/target/archives/";

  @TempDir Path temp;
  private Path home;
  private Path bin;
  private Path jdk;

  private record Result(int status, String text) {}

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(temp.resolve("night shift"));
    Files.copy(Path.of("..", "nightshift"), home.resolve("nightshift"));
    Files.createFile(home.resolve("pom.xml"));
    jar(Instant.now().plusSeconds(60));
    bin = Files.createDirectory(temp.resolve("bin"));
    for (String tool : TOOLS) {
      program(bin.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
    }
    jdk = jdk("jdk 17", "17.0.15");
  }

  private static Path find(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void jar(Instant built) throws IOException {
    Path jar = home.resolve("pipelines/target/nightshift.jar");
    Files.createDirectories(jar.getParent());
    if (!Files.exists(jar)) {
      Files.createFile(jar);
    }
    Files.setLastModifiedTime(jar, FileTime.from(built));
  }

  private Path jdk(String folder, String version) throws IOException {
    Path jdk = temp.resolve(folder);
    program(jdk.resolve("bin/java"), String.format(JAVA, version));
    program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return jdk;
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Result launch(Path launcher, Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes());
    return new Result(process.waitFor(), text);
  }

  private Result launch(String... args) throws IOException, InterruptedException {
    return launch(home.resolve("nightshift"), Map.of("JAVA_HOME", jdk.toString()), args);
  }

  @Test
  void startsJavaAsTheProfileSaysAndPassesEverythingThrough() throws Exception {
    Files.createFile(temp.resolve("-Dglob=this is no flag"));

    Result result = launch("run", "--symbols=A*, B", "");

    assertThat(result.status()).isEqualTo(7);
    assertThat(result.text())
        .isEqualTo(
            """
            arenas 3
            arg -Xmx99m
            arg -Dglob=*
            arg -Dnightshift.home=%s
            arg -cp
            arg %s
            arg nightshift.pipelines.Nightshift
            arg run
            arg --symbols=A*, B
            arg\s
            """
                .formatted(
                    home.toRealPath(),
                    home.toRealPath().resolve("pipelines/target/nightshift.jar")));
  }

  @Test
  void isFoundThroughLinks() throws Exception {
    Path there = Files.createDirectory(temp.resolve("there"));
    Path absolute = Files.createSymbolicLink(there.resolve("abs"), home.resolve("nightshift"));
    Path relative = Files.createSymbolicLink(temp.resolve("rel"), Path.of("there/abs"));
    for (Path link : List.of(absolute, relative)) {
      assertThat(launch(link, Map.of("JAVA_HOME", jdk.toString())).text())
          .contains("-Dnightshift.home=" + home.toRealPath() + "\n");
    }
  }

  @Test
  void addsJarsWithStrategies() throws Exception {
    Map<String, String> variables =
        Map.of("JAVA_HOME", jdk.toString(), "NIGHTSHIFT_CLASSPATH", "/a b.jar:/c.jar");
    assertThat(launch(home.resolve("nightshift"), variables).text())
        .contains("nightshift.jar:/a b.jar:/c.jar\n");
  }

  /** As if it had been built an hour ago. */
  private void ageInstallation() throws IOException {
    FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
    Files.setLastModifiedTime(home.resolve("pom.xml"), hourAgo);
    Files.setLastModifiedTime(home.resolve("nightshift"), hourAgo);
    jar(Instant.now().minusSeconds(3000));
  }

  /** How often JvmFlags was asked since the last call of this. */
  private int asked() throws IOException {
    Path asked = temp.resolve("asked");
    int times = Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
    Files.deleteIfExists(asked);
    return times;
  }

  @Test
  void asksForTheWordsOnceAsLongAsNothingChanges() throws Exception {
    ageInstallation();
    Result first = launch("run", "--symbols=A*, B\nC");
    assertThat(launch("run", "--symbols=A*, B\nC")).isEqualTo(first);
    assertThat(asked()).isEqualTo(1);
  }

  private static Path link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    return Files.createSymbolicLink(link, target);
  }

  private interface Step {
    void take() throws Exception;
  }

  private record Change(String what, Step step) {}

  @Test
  void asksAgainWhenAnythingHasChanged() throws Exception {
    ageInstallation();
    Path library = home.resolve("pipelines/target/lib/a.jar");
    Files.createDirectories(library.getParent());
    Map<String, String> variables = new HashMap<>(Map.of("JAVA_HOME", jdk.toString()));
    List<String> args = new ArrayList<>(List.of("run"));
    Path other = jdk("jdk 21", "21.0.1");
    Path link = link(temp.resolve("java"), jdk);
    List<Change> changes =
        List.of(
            new Change("first start", () -> {}),
            new Change("an argument", () -> args.add("--memory=300")),
            new Change("a variable", () -> variables.put("NIGHTSHIFT_MEMORY", "1\n2")),
            new Change("its second line", () -> variables.put("NIGHTSHIFT_MEMORY", "1\n3")),
            new Change("a file", () -> Files.writeString(temp.resolve("profile"), "a = 1")),
            new Change("in it", () -> Files.writeString(temp.resolve("profile"), "a = 2")),
            new Change("a missing file", () -> Files.writeString(temp.resolve("nowhere"), "")),
            new Change("a link", () -> variables.put("JAVA_HOME", link.toString())),
            new Change("where it leads", () -> link(link, other)),
            new Change("Java", () -> variables.put("JAVA_HOME", other.toString())),
            new Change("a new jar", () -> Files.writeString(library, "")),
            new Change("the jar", () -> jar(Instant.now())));
    for (Change change : changes) {
      change.step().take();
      for (int start = 0; start < 2; start++) {
        launch(home.resolve("nightshift"), variables, args.toArray(String[]::new));
      }
      assertThat(asked()).as(change.what()).isEqualTo(1);
    }
  }

  @Test
  void remembersNothingWithoutKnowingWhatItFollowsFrom() throws Exception {
    ageInstallation();
    Map<String, String> variables = Map.of("JAVA_HOME", jdk.toString(), "FORGETFUL", "1");
    launch(home.resolve("nightshift"), variables);
    launch(home.resolve("nightshift"), variables);
    assertThat(asked()).isEqualTo(2);
  }

  private Result launchWith(String archive, String... args)
      throws IOException, InterruptedException {
    return launch(
        home.resolve("nightshift"),
        Map.of("JAVA_HOME", jdk.toString(), "ARCHIVE", "archive=" + archive),
        args);
  }

  private String archiveFlag(String archive) throws IOException {
    return "arg -XX:SharedArchiveFile=" + home.toRealPath().resolve(ARCHIVES + archive) + "\n";
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(Files.createDirectories(home.resolve(ARCHIVES)))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !file.equals("last-start"))
          .sorted()
          .toList();
    }
  }

  @Test
  void makesAnArchiveOfClassesOnceAndSaysNothing() throws Exception {
    for (int start = 0; start < 3; start++) {
      Result result = launchWith("17-b+1-1.jsa", "run", "--symbols=A B");
      assertThat(result.status()).isEqualTo(7);
      assertThat(result.text()).contains(archiveFlag("17-b+1-1.jsa")).doesNotContain("noise");
    }
    assertThat(archives()).containsExactly("17-b+1-1.jsa");
    assertThat(home.resolve(ARCHIVES + "17-b+1-1.jsa")).hasContent("the classes");
    assertThat(Files.readAllLines(temp.resolve("called")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("-Xmx99m", "nightshift.pipelines.Nightshift run")
        .doesNotContain("A B");
  }

  @Test
  void anotherBuildHasAnotherArchive() throws Exception {
    launchWith("17-1.jsa");
    launchWith("25-1.jsa");
    launchWith("17-2.jsa");
    assertThat(archives()).containsExactly("17-2.jsa", "25-1.jsa");
  }

  @Test
  void onlyARunMakesAnArchiveAndAllUseIt() throws Exception {
    assertThat(launchWith("17-1.jsa", "plan").text()).doesNotContain("SharedArchiveFile");
    assertThat(archives()).isEmpty();
    launchWith("17-1.jsa", "--strict=true");
    assertThat(launchWith("17-1.jsa", "plan").text()).contains(archiveFlag("17-1.jsa"));
  }

  @Test
  void startsWithoutAnArchiveThatCannotBeMade() throws Exception {
    Files.writeString(home.resolve("pipelines/target/archives"), "where no folder can be");
    Result result = launchWith("17-1.jsa", "run");
    assertThat(result.status()).isEqualTo(7);
    assertThat(result.text()).startsWith("arenas 3\n").doesNotContain("SharedArchiveFile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILS", "UNFIT"})
  void doesNotTryAgainWhatFailed(String how) throws Exception {
    for (int start = 0; start < 2; start++) {
      Map<String, String> variables =
          Map.of("JAVA_HOME", jdk.toString(), "ARCHIVE", "archive=17-1.jsa", how, "1");
      Result result = launch(home.resolve("nightshift"), variables, "run");
      assertThat(result.status()).isEqualTo(7);
      assertThat(result.text()).doesNotContain("SharedArchiveFile");
    }
    assertThat(archives()).containsExactly("17-1.jsa");
    assertThat(Files.readAllLines(temp.resolve("called"))).hasSize(1);
  }

  @Test
  void firstStartsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    ExecutorService starts = Executors.newFixedThreadPool(4);
    try {
      List<Future<Result>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(starts.submit(() -> launchWith("17-1.jsa", "run")));
      }
      for (Future<Result> result : results) {
        assertThat(result.get().status()).isEqualTo(7);
        assertThat(result.get().text()).contains(archiveFlag("17-1.jsa"));
      }
    } finally {
      starts.shutdown();
    }
    assertThat(archives()).containsExactly("17-1.jsa");
    assertThat(home.resolve(ARCHIVES + "17-1.jsa")).hasContent("the classes");
  }

  @Test
  void readsTheVersionFromTheJdksOwnFile() throws Exception {
    Path other = jdk("jdk 11", "17.0.15");
    Files.writeString(other.resolve("release"), "LIBC=\"gnu\"\nJAVA_VERSION=\"11.0.2\"\n");
    program(other.resolve("bin/java"), "#!/bin/sh\necho the wrong one; exit 3\n");
    Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    assertThat(launch(home.resolve("nightshift"), Map.of("JAVA_HOME", other.toString())).status())
        .isEqualTo(7);
    Files.writeString(other.resolve("release"), "JAVA_VERSION=\"21\"\n");
    assertThat(launch(home.resolve("nightshift"), Map.of("JAVA_HOME", other.toString())).status())
        .as("of what the file calls 21")
        .isEqualTo(3);
  }

  @Test
  void passesOverAnOldJava() throws Exception {
    Path old = jdk("jdk 8", "1.8.0_402");
    Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));

    Map<String, String> variables = new HashMap<>(Map.of("JAVA_HOME", old.toString()));
    assertThat(launch(home.resolve("nightshift"), variables).status()).isEqualTo(7);
    assertThat(launch(home.resolve("nightshift"), Map.of()).status()).isEqualTo(7);
  }

  @Test
  void buildsWhenASourceIsNewerThanTheJar() throws Exception {
    program(bin.resolve("mvn"), "#!/bin/sh\necho \"$PWD $JAVA_HOME $*\" >../called\n");
    assertThat(launch().text()).doesNotContain("building");

    jar(Instant.now().minusSeconds(60));
    assertThat(launch().text()).startsWith("nightshift: building, the first time takes some");
    assertThat(Files.readString(temp.resolve("called")))
        .isEqualTo(
            home.toRealPath() + " " + jdk.toRealPath() + " -q -B -Dmaven.test.skip=true package\n");
    assertThat(launch().text()).as("the third time").doesNotContain("building");
  }

  @Test
  void saysWhereABuildFailed() throws Exception {
    program(bin.resolve("mvn"), "#!/bin/sh\necho no such artifact\nexit 1\n");
    Files.delete(home.resolve("pipelines/target/nightshift.jar"));

    Result result = launch();

    Path log = home.toRealPath().resolve("target/build.log");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.text()).endsWith("nightshift: the build failed, see " + log + "\n");
    assertThat(log).hasContent("no such artifact");
  }

  @Test
  void saysWhatIsMissingToBuild() throws Exception {
    Files.delete(home.resolve("pipelines/target/nightshift.jar"));
    assertThat(launch())
        .isEqualTo(
            new Result(
                1, "nightshift: needs Maven to build itself: install it (apt install maven)\n"));

    program(bin.resolve("mvn"), "#!/bin/sh\n");
    Files.delete(jdk.resolve("bin/javac"));
    assertThat(launch().text())
        .isEqualTo(
            "nightshift: needs a JDK to build itself, and "
                + jdk.toRealPath()
                + " has no compiler: set JAVA_HOME\n");
  }
}
