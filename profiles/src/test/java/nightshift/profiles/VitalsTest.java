package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalsTest {
  private static final long MB = 1 << 20;

  /** Trees of /proc and /sys as such machines have them. */
  static Path tree(String name) {
    return Path.of("src/test/resources/vitals", name);
  }

  static Vitals recorded(String name) {
    return Vitals.Probe.of(tree(name)).read();
  }

  @ParameterizedTest
  @CsvSource({
    "pi5,           300,  400,  60,  0,  6144,  8052",
    "pi4-throttled, 468,  488,  60, 20,   227,  3792",
    "container-v1,  200,  220,  60,  0, 11718, 15921",
    "pc,           2048, 2048,  60,  0, 19531, 31843",
  })
  void readsTheMemoryOfProcessAndMachine(
      String tree, long resident, long peak, long mapped, long swap, long available, long total) {
    ProcessMemory memory = recorded(tree).process();
    assertThat(
            new long[] {
              memory.resident() / MB,
              memory.peakResident() / MB,
              memory.virtual() / MB,
              memory.mapped() / MB,
              memory.swapped() / MB,
              memory.available() / MB,
              memory.total() / MB
            })
        .containsExactly(resident, peak, 879, mapped, swap, available, total);
  }

  @ParameterizedTest
  @CsvSource({
    "pi5,          400, 150,   -1, the process' own group as none has a limit",
    "container-v2, 506, 280,  512, the root which is the container's own group",
    "container-v1, 1010, 20, 1024, the sums over the groups below",
    "neighbour-v1, 962,  10, 1024, a group above that another process fills",
  })
  void looksAtTheGroupWithTheLeastRoom(
      String tree, long usage, long cache, long limit, String which) {
    CgroupMemory group = recorded(tree).cgroup().orElseThrow();
    assertThat(group.usage() / MB).as(which).isEqualTo(usage);
    assertThat(group.cache() / MB).as(which).isEqualTo(cache);
    assertThat(group.limit() < 0 ? -1 : group.limit() / MB).as(which).isEqualTo(limit);
  }

  @Test
  void roomIsWhatTheLimitLeavesWithoutThePageCache() {
    assertThat(recorded("container-v2").cgroup().orElseThrow().room() / MB).isEqualTo(286);
    assertThat(new CgroupMemory(90, 50, 30).room()).isZero();
    assertThat(new CgroupMemory(30, 50, 30).needed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "pi5,            NaN,   NaN, switched off",
    "pi4-throttled, 61.9, 43.27, of the machine as the group has none",
    "container-v2,   1.5,  0.75, of the group",
    "pc,             NaN,   NaN, not built in",
  })
  void readsTheStalls(String tree, double some, double full, String whose) {
    assertThat(recorded(tree).stall()).as(whose).isEqualTo(new MemoryStall(some, full));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "pi5, 52.35, 0, ''",
        "pi4-throttled, 85.721, 13, 'under-voltage, throttled, soft temperature limit'",
        "container-v2, NaN, -1, ''",
        "pc, 61, -1, ''",
      })
  void readsTemperatureAndThrottling(String tree, double celsius, int throttled, String said) {
    Thermal thermal = recorded(tree).thermal();
    assertThat(thermal).isEqualTo(new Thermal(celsius, throttled));
    assertThat(thermal.throttling()).isEqualTo(said);
  }

  @Test
  void aVoltageSensorWillDoWhereTheFirmwareSaysNothing() {
    Path alarm = tree("pi4-throttled").resolve("sys/class/hwmon/hwmon1/in0_lcrit_alarm");
    Thermal.Sources alone =
        new Thermal.Sources(java.util.List.of(), Optional.empty(), Optional.of(alarm));
    assertThat(Thermal.read(alone)).isEqualTo(new Thermal(Double.NaN, Thermal.UNDER_VOLTAGE));
  }

  @Test
  void whatIsNotToldIsUnknown(@TempDir Path empty) {
    assertThat(Vitals.Probe.of(empty).read())
        .isEqualTo(
            new Vitals(
                new ProcessMemory(-1, -1, -1, -1, -1, -1, -1),
                Optional.empty(),
                new MemoryStall(Double.NaN, Double.NaN),
                new Thermal(Double.NaN, -1)));
  }

  @Test
  void readsThisMachine() {
    assertThat(Vitals.Probe.here().read().process()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"pi5, 16384", "pc, 4096", "container-v1, 4096"})
  void findsOutTheSizeOfAPage(String tree, long page) {
    long resident = recorded(tree).process().resident();
    long pages = ResidentSize.pages(tree(tree).resolve("proc/self/statm"));
    assertThat(ResidentSize.page(resident, pages)).isEqualTo(page);
    assertThat(ResidentSize.page(resident * 5 / 4, pages)).as("told later").isEqualTo(page);
  }

  @Test
  void anUnknownPageIsNoSize(@TempDir Path empty) {
    assertThat(ResidentSize.pages(empty.resolve("statm"))).isEqualTo(-1);
    assertThat(ResidentSize.page(4096, -1)).isEqualTo(-1);
    assertThat(ResidentSize.page(-1, 3)).isEqualTo(-1);
  }

  @Test
  void whatThisThreadReadsIsCounted() throws Exception {
    long before = ThreadReads.bytes();
    org.junit.jupiter.api.Assumptions.assumeTrue(before >= 0, "the kernel counts no reads");
    Path file = tree("pc").resolve("proc/meminfo");
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    assertThat(ThreadReads.bytes() - before).isBetween((long) bytes.length, bytes.length + 4096L);
  }
}
