package nightshift.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightshift.pipelines.doctor.Diagnosis;
import nightshift.pipelines.doctor.DiagnosisJson;
import nightshift.pipelines.doctor.DiagnosisText;
import nightshift.pipelines.doctor.Places;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Says what is wrong with this machine, or with a recorded one; changes nothing. */
final class DoctorCommand implements Command {
  private static final Setting<Path> ROOT =
      new Setting<>(
          "root",
          SettingGroup.COMMAND,
          Kind.path("a folder"),
          "",
          "/",
          "Where the machine's proc, sys, etc and var are; another machine's may be recorded.");
  private static final Setting<LocalDate> AT =
      new Setting<>(
          "at",
          SettingGroup.COMMAND,
          Kind.dateOr("now"),
          "",
          "now",
          "The day on which that machine was recorded.");
  private static final Setting<Boolean> JSON =
      new Setting<>(
          "json", SettingGroup.COMMAND, Kind.FLAG, "", "false", "Print the findings as JSON.");

  /** Folders below which people keep databases. */
  private static final List<Path> USUAL =
      List.of(Path.of("/home"), Path.of("/root"), Path.of("/srv"), Path.of("/var/lib/nightshift"));

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "Says what is wrong with this machine, why it matters, and what mends it.";
  }

  @Override
  public List<Setting<?>> shared() {
    return List.of(
        Settings.PROFILE,
        Settings.STRICT,
        Settings.VERBOSE,
        Settings.MARKET,
        Settings.RESEARCH,
        Settings.SCRATCH_FOLDER);
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(ROOT, AT, JSON);
  }

  @Override
  public int run(Context context) throws IOException {
    Path root = context.settings().get(ROOT);
    if (!Files.isDirectory(root)) {
      throw new UsageException("--root=" + root + ": there is no such folder");
    }
    Diagnosis diagnosis = Diagnosis.of(root, at(context), places(context, root));
    if (context.settings().get(JSON)) {
      DiagnosisJson.print(diagnosis, context.out());
    } else {
      DiagnosisText.print(diagnosis, context.out());
    }
    return diagnosis.isTrouble() && context.settings().get(Settings.STRICT) ? NOT_CLEAN : DONE;
  }

  /** The end of that day, wherever it was. */
  private static Instant at(Context context) {
    LocalDate day = context.settings().get(AT);
    return day.equals(LocalDate.MAX)
        ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
        : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Places places(Context context, Path root) {
    Locations locations = Locations.of(context.settings());
    boolean here = root.equals(Path.of("/"));
    List<Path> around = new ArrayList<>(USUAL);
    if (here) {
      around.add(Path.of("").toAbsolutePath());
      around.add(Locations.home());
    }
    return new Places(
        locations.market(),
        locations.research(),
        locations.scratchFolder(),
        Locations.home(),
        around,
        here ? System.getenv() : Map.of());
  }
}
