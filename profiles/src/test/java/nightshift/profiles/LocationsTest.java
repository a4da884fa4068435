package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocationsTest {
  private final Path here = Path.of("").toAbsolutePath();

  private static Locations locations(Map<String, String> options) {
    return Locations.of(EffectiveSettings.of(MachineTest.recorded("pi5-4gb"), options));
  }

  @AfterEach
  void forgetHome() {
    System.clearProperty(Locations.HOME);
  }

  @Test
  void theBundledMarketIsWhereNightshiftIs() {
    System.setProperty(Locations.HOME, "/opt/night shift");
    Locations locations = locations(Map.of());

    assertThat(locations.market()).isEqualTo(Path.of("/opt/night shift/testdata/market"));
    assertThat(locations.research()).isEqualTo(here.resolve("research/nightshift.db").toString());
  }

  @Test
  void pathsCountFromTheCurrentFolder() {
    Locations locations = locations(Map.of("market", "a/../prices", "research", "/r.db"));

    assertThat(locations.market()).isEqualTo(here.resolve("prices"));
    assertThat(locations.research()).isEqualTo("/r.db");
  }

  @Test
  void aJdbcUrlIsNoPath() {
    assertThat(locations(Map.of("research", "jdbc:postgresql://host/db")).research())
        .isEqualTo("jdbc:postgresql://host/db");
  }

  @Test
  void whatCannotBeAPathIsRefused() {
    assertThatThrownBy(() -> locations(Map.of("market", "a\0b")))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("--market must be a path or bundled");
  }
}
