package nightshift.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import nightshift.io.market.PlainText;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Machine;
import nightshift.profiles.Nearest;
import nightshift.profiles.SettingException;
import nightshift.profiles.Settings;

/** The program: finds the command, gives it its settings, and makes one line of what goes wrong. */
public final class Nightshift {
  /** Every command, in the order of help. */
  static final List<Command> COMMANDS =
      List.of(
          new RunCommand(),
          new PlanCommand(),
          new ImportCommand(),
          new PairsCommand(),
          new CheckStrategyCommand(),
          new ProfilesCommand(),
          new ReportCommand(),
          new DoctorCommand(),
          new ServiceCommand(),
          new UndoTestCommand(),
          new CalibrateCommand());

  /** What is done when no command is named. */
  private static final String DEFAULT_COMMAND = "run";

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final List<Command> commands;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Nightshift(
      List<Command> commands, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.commands = commands;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    SqliteLibrary.use();
    EventLog.begin();
    System.exit(new Nightshift(COMMANDS, System.getenv(), System.out, System.err).run(args));
  }

  /** Does what the arguments say, and gives the exit status. */
  int run(String... args) {
    try {
      return dispatch(List.of(args));
    } catch (UsageException | SettingException e) {
      return report(e, WRONG_USE, args);
    } catch (Throwable e) {
      // Whatever it was, a nightly job leaves one line that says so, and a status.
      return report(e, FAILED, args);
    }
  }

  private int dispatch(List<String> args) throws Exception {
    String first = args.isEmpty() ? "" : args.get(0);
    if (List.of("--help", "-h").contains(first)) {
      out.print(CommandHelp.text(commands));
      return Command.DONE;
    }
    if (List.of("--version", "-V").contains(first)) {
      out.println(version());
      return Command.DONE;
    }
    boolean unnamed = first.isEmpty() || first.startsWith("-");
    Command command = command(unnamed ? DEFAULT_COMMAND : first);
    return run(command, unnamed ? args : args.subList(1, args.size()));
  }

  private int run(Command command, List<String> args) throws Exception {
    command.prepare();
    Arguments arguments = Arguments.parse(command, args);
    if (arguments.helpWanted()) {
      out.print(CommandHelp.text(command));
      return Command.DONE;
    }
    EffectiveSettings settings =
        EffectiveSettings.resolve(Machine.here(), command.own(), environment, arguments.options());
    EventLog.use(settings.get(Settings.LOG), settings.get(Settings.VERBOSE));
    return command.run(new Context(settings, out, err));
  }

  private Command command(String name) {
    List<String> names = commands.stream().map(Command::name).toList();
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "unknown command '"
                        + name
                        + "'"
                        + Nearest.hint(name, names)
                        + "; commands are "
                        + String.join(", ", names)));
  }

  private int report(Throwable e, int status, String... args) {
    err.println("nightshift: " + line(e));
    if (verbose(List.of(args))) {
      e.printStackTrace(err);
    }
    return status;
  }

  /** Asked of the bare words, as the settings may be what is wrong. */
  private boolean verbose(List<String> args) {
    String option = Settings.VERBOSE.option();
    return args.contains(option)
        || args.contains(option + "=true")
        || "true".equals(environment.get(Settings.VERBOSE.variable()));
  }

  /** Our own messages are written for people; of any other, its kind is half of what it says. */
  static String line(Throwable e) {
    boolean ours = e.getClass().getName().startsWith("nightshift.");
    String message = ours ? e.getMessage() : e + " (--verbose shows where)";
    return PlainText.of(message.replaceAll("\\s*\\R\\s*", " "));
  }

  /** The program's version, as its jar has it. */
  static String versionNumber() {
    String version = Nightshift.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String version() {
    return String.format(
        "nightshift %s (Java %s, %s %s)",
        versionNumber(),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }
}
