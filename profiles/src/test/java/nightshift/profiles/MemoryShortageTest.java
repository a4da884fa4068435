package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryShortageTest {
  private static final long MB = 1 << 20;
  private static final Thermal COOL = new Thermal(50, 0);
  private static final MemoryStall NO_STALL = new MemoryStall(Double.NaN, Double.NaN);

  private final MemoryShortage shortage = new MemoryShortage(1024 * MB);

  private static Vitals machine(long resident, long available) {
    return vitals(resident, available, Optional.empty(), NO_STALL);
  }

  private static Vitals vitals(
      long resident, long available, Optional<CgroupMemory> cgroup, MemoryStall stall) {
    return new Vitals(
        new ProcessMemory(resident * MB, resident * MB, -1, -1, -1, available * MB, 4000 * MB),
        cgroup,
        stall,
        COOL);
  }

  /** The group needs so many MB of 2000, and has filled the rest with page cache. */
  private static Vitals group(long resident, long needed) {
    CgroupMemory full = new CgroupMemory(2000 * MB, (2000 - needed) * MB, 2000 * MB);
    return vitals(resident, 3000, Optional.of(full), NO_STALL);
  }

  private static Vitals stall(double some, double full) {
    return vitals(200, 3000, Optional.empty(), new MemoryStall(some, full));
  }

  @ParameterizedTest
  @CsvSource({
    // A tenth of 4000 MB, as half of what is left of the budget is more.
    "200, 400, false",
    "200, 399, true",
    // Half of the 400 MB that are left of the budget.
    "624, 200, false",
    "624, 199, true",
    // The budget is taken: three hundredths of the machine.
    "1100, 120, false",
    "1100, 119, true",
    // Nobody tells.
    "200, -1, false",
  })
  void theMachineHasToHaveRoomForWhatIsLeftOfTheBudget(
      long resident, long available, boolean isShort) {
    assertThat(shortage.look(machine(resident, available)).isPresent()).isEqualTo(isShort);
  }

  @ParameterizedTest
  @CsvSource({"200, 1800, false", "200, 1801, true", "924, 1950, false", "924, 1951, true"})
  void soHasTheGroupWhosePageCacheDoesNotCount(long resident, long needed, boolean isShort) {
    assertThat(shortage.look(group(resident, needed)).isPresent()).isEqualTo(isShort);
  }

  @Test
  void aProcessAloneInItsGroupIsNotHeldUpByItsOwnSize() {
    MemoryShortage tight = new MemoryShortage(512 * MB);
    for (long resident = 50; resident <= 512; resident++) {
      CgroupMemory own = new CgroupMemory(resident * MB, 0, 512 * MB);
      assertThat(tight.look(vitals(resident, 3000, Optional.of(own), NO_STALL)))
          .as("%d MB", resident)
          .isEmpty();
    }
  }

  @Test
  void itIsOverWhenThereIsAmpleRoom() {
    assertThat(shortage.look(machine(200, 390))).isPresent();
    assertThat(shortage.look(machine(200, 599))).isPresent();
    assertThat(shortage.look(machine(200, 600))).isEmpty();
    assertThat(shortage.look(machine(200, 599))).isEmpty();
  }

  @Test
  void stallsAreAShortage() {
    assertThat(shortage.look(stall(39, 9))).isEmpty();
    assertThat(shortage.look(stall(39, 10))).isPresent();
    assertThat(shortage.look(stall(39, 5))).isPresent();
    assertThat(shortage.look(stall(39, 4))).isEmpty();
    assertThat(shortage.look(stall(40, 4))).isPresent();
    assertThat(shortage.look(stall(20, 4))).isPresent();
    assertThat(shortage.look(stall(19, 4))).isEmpty();
  }

  @Test
  void saysWhoIsShortOfWhat() {
    assertThat(shortage.look(machine(200, 390)))
        .hasValue("the machine had 390 MB of 4,000 MB left");
    assertThat(shortage.look(group(200, 1810)))
        .hasValue("the control group had 190 MB of 2,000 MB left");
    assertThat(shortage.look(machine(200, 3000))).isEmpty();
    assertThat(shortage.look(stall(50, 20)))
        .hasValue("work waited for memory in 50 % of ten seconds, all of it in 20 %");
  }

  @ParameterizedTest
  @CsvSource({
    "pi5, false",
    "pi4-throttled, true",
    "container-v2, false",
    "container-v1, true",
    "neighbour-v1, true",
    "pc, false"
  })
  void judgesRecordedMachines(String tree, boolean isShort) {
    assertThat(new MemoryShortage(1024 * MB).look(VitalsTest.recorded(tree)).isPresent())
        .isEqualTo(isShort);
  }
}
