package nightshift.pipelines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Resources;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;
import nightshift.profiles.Source;

/** Prints or installs what has systemd, or cron, run the search every night. */
final class ServiceCommand implements Command {
  private static final LocalTime TWO = LocalTime.of(2, 0);
  private static final Path UNITS = Path.of("/etc/systemd/system");

  private static final Setting<Optional<LocalTime>> AT =
      new Setting<>(
          "at",
          SettingGroup.COMMAND,
          Kind.timeOr("default"),
          "local time",
          "02:00",
          "When it begins, every night.");
  private static final Setting<String> USER =
      new Setting<>(
          "user",
          SettingGroup.COMMAND,
          Kind.text("a user's name or me", "me"),
          "",
          "me",
          "Under whose name it runs; with sudo, me is who called that.");
  private static final Setting<Boolean> CRON =
      new Setting<>(
          "cron",
          SettingGroup.COMMAND,
          Kind.FLAG,
          "",
          "false",
          "Print a line for crontab instead; without limits, nothing is made up for.");
  private static final Setting<Boolean> INSTALL =
      new Setting<>(
          "install",
          SettingGroup.COMMAND,
          Kind.FLAG,
          "",
          "false",
          "Write the files; systemctl, which is not called, begins to use them.");
  private static final Setting<Path> TO =
      new Setting<>(
          "to",
          SettingGroup.COMMAND,
          Kind.path("a folder"),
          "",
          UNITS.toString(),
          "Where to write them.");

  /** Spelt out below, or no business of a service. */
  private static final Set<Setting<?>> OWN_WORDS =
      Set.of(
          Settings.PROFILE,
          Settings.MEMORY,
          Settings.MARKET,
          Settings.RESEARCH,
          Settings.SCRATCH_FOLDER,
          Settings.MAX_DURATION,
          Settings.LOG);

  @Override
  public String name() {
    return "service";
  }

  @Override
  public String summary() {
    return "Prints or installs a systemd service and timer for these settings, or a cron line.";
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(AT, USER, CRON, INSTALL, TO);
  }

  @Override
  public int run(Context context) throws IOException {
    EffectiveSettings settings = context.settings();
    ServiceUnits units = units(settings);
    if (settings.get(CRON)) {
      context.out().println(units.cron());
      return DONE;
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put(ServiceUnits.SERVICE, units.service());
    files.put(ServiceUnits.TIMER, units.timer());
    if (!units.hook().isEmpty()) {
      files.put(ServiceUnits.FAILED, units.failed());
    }
    if (settings.get(INSTALL)) {
      install(settings.get(TO), files, units);
      files
          .keySet()
          .forEach(file -> context.out().println("wrote     " + settings.get(TO) + "/" + file));
      context.out().println("begin with");
      context.out().println("  sudo systemctl daemon-reload");
      context.out().println("  sudo systemctl enable --now " + ServiceUnits.TIMER);
    } else {
      files.forEach(
          (file, text) -> context.out().print("# " + UNITS + "/" + file + "\n" + text + "\n"));
    }
    return DONE;
  }

  private static ServiceUnits units(EffectiveSettings settings) {
    Locations locations = Locations.of(settings);
    if (locations.research().startsWith("jdbc:")) {
      throw new UsageException(
          "--research=" + locations.research() + ": only SQLite files can be written, name one");
    }
    Resources resources = Resources.of(settings);
    LocalTime at = settings.get(AT).orElse(TWO);
    Path database = Path.of(locations.research());
    Set<Path> writable = new LinkedHashSet<>();
    writable.add(database.getParent());
    writable.add(locations.scratchFolder());
    // Java's archive of classes, and the last start's words.
    writable.add(Locations.home().resolve("pipelines/target"));
    String user = user(settings.get(USER));
    return new ServiceUnits(
        plain(Locations.home().resolve("nightshift")),
        plain(Path.of("").toAbsolutePath()),
        user.equals("root") ? "" : user,
        options(settings, locations, resources, at),
        at,
        resources.memoryMb(),
        settings.machine().memoryMb(),
        writable.stream().map(ServiceCommand::plain).map(Path::normalize).distinct().toList(),
        hook(settings.get(Settings.NOTIFY)));
  }

  /** A line of a unit or crontab ends where a path does. */
  private static Path plain(Path path) {
    if (path.toString().chars().anyMatch(c -> c < ' ')) {
      throw new UsageException("a path with a line end can stand in no unit: " + path);
    }
    return path;
  }

  private static String user(String named) {
    String caller = System.getenv().getOrDefault("SUDO_USER", "");
    String user =
        !named.equals("me") ? named : caller.isEmpty() ? System.getProperty("user.name") : caller;
    if (!user.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\\$?")) {
      throw new UsageException("--user=" + user + " is not the name of a user");
    }
    return user;
  }

  /**
   * What was asked for, and what the service would see otherwise: held to a limit it would take the
   * machine for a smaller one, and choose another profile and other results.
   */
  private static List<String> options(
      EffectiveSettings settings, Locations locations, Resources resources, LocalTime at) {
    Map<String, String> options = new TreeMap<>();
    for (Setting<?> setting : Settings.ALL) {
      boolean asked = settings.source(setting).layer().compareTo(Source.Layer.PROFILE) > 0;
      if (asked && !OWN_WORDS.contains(setting)) {
        options.put(setting.name(), settings.text(setting));
      }
    }
    options.put(Settings.PROFILE.name(), settings.profile().name());
    options.put(Settings.MEMORY.name(), Integer.toString(resources.memoryMb()));
    options.put(Settings.MARKET.name(), locations.market().toString());
    options.put(Settings.RESEARCH.name(), locations.research());
    options.put(Settings.SCRATCH_FOLDER.name(), locations.scratchFolder().toString());
    options.put(
        Settings.LOG.name(),
        settings.source(Settings.LOG).layer() == Source.Layer.DEFAULT
            ? "info"
            : settings.get(Settings.LOG));
    longest(settings, at).ifPresent(most -> options.put(Settings.MAX_DURATION.name(), most));
    return options.entrySet().stream()
        .map(option -> "--" + option.getKey() + "=" + option.getValue())
        .toList();
  }

  /**
   * As asked for; else, with an end, the time from the beginning to it: a night that is made up for
   * in the morning would otherwise go on until the next one.
   */
  private static Optional<String> longest(EffectiveSettings settings, LocalTime at) {
    if (settings.get(Settings.MAX_DURATION).isPresent()) {
      return Optional.of(settings.text(Settings.MAX_DURATION));
    }
    return settings
        .get(Settings.UNTIL)
        .map(end -> Duration.between(at, end))
        .map(span -> span.isNegative() || span.isZero() ? span.plusDays(1) : span)
        .map(TimeLimit::text);
  }

  /** The command that is told how a run ended; an address is sent the same by curl. */
  private static String hook(String notify) {
    if (notify.equals("none")) {
      return "";
    }
    return notify.matches("(?i)https?:.*")
        ? "curl -fsS -m 30 -H 'Content-Type: application/json' -d '{\"result\":\"failed\","
            + "\"text\":\"nightshift.service failed\"}' '"
            + notify.replace("'", "'\\''")
            + "';"
        : notify;
  }

  private static void install(Path folder, Map<String, String> files, ServiceUnits units)
      throws IOException {
    for (Path needed : units.writable()) {
      if (!Files.isDirectory(needed)) {
        throw new UsageException(
            "there is no folder "
                + needed
                + ", which the service writes to; make it as its user first: mkdir -p '"
                + needed
                + "'");
      }
    }
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !Files.readString(file).startsWith(ServiceUnits.MARK)) {
        throw new UsageException(file + " was not made by this program; move it away first");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      try {
        write(folder.resolve(file.getKey()), file.getValue());
      } catch (IOException e) {
        throw new UsageException(
            folder + " cannot be written; call it with sudo, or name a folder with --to: " + e, e);
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path aside = Files.createTempFile(file.getParent(), ".nightshift-", ".tmp");
    try {
      Files.writeString(aside, text, StandardCharsets.UTF_8);
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
