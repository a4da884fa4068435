package nightshift.pipelines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightshift.profiles.Nearest;
import nightshift.profiles.Setting;

/**
 * The options of a command line: {@code --name=value}, {@code --name value}, or {@code --name}
 * alone for what is true or false; {@code --max-symbols} is {@code --maxSymbols}. Read here and not
 * by picocli, which makes the help: to become ready takes it longer than a market takes to be
 * listed.
 *
 * @param options value by name, without hyphens
 * @param helpWanted whether {@code --help} is among them
 */
record Arguments(Map<String, String> options, boolean helpWanted) {

  /**
   * Reads the arguments after the command's name.
   *
   * @throws UsageException when one of them is not an option of the command, is there twice, or has
   *     no value; the values themselves are not looked at
   */
  static Arguments parse(Command command, List<String> args) {
    Map<String, String> options = new HashMap<>();
    boolean helpWanted = false;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--help") || arg.equals("-h")) {
        helpWanted = true;
        continue;
      }
      int equals = arg.indexOf('=');
      String option = equals < 0 ? arg : arg.substring(0, equals);
      Setting<?> setting =
          settings(command)
              .filter(known -> known.isOption(option))
              .findFirst()
              .orElseThrow(() -> new UsageException(unknown(command, arg, option)));
      String value;
      if (equals >= 0) {
        value = arg.substring(equals + 1);
      } else if (setting.isFlag()) {
        value = "true";
      } else if (i + 1 < args.size() && !isOption(command, args.get(i + 1))) {
        value = args.get(++i);
      } else {
        throw new UsageException(option + " needs a value: it must be " + setting.kind().allowed());
      }
      if (options.put(setting.name(), value) != null) {
        throw new UsageException(option + " is given twice");
      }
    }
    return new Arguments(options, helpWanted);
  }

  private static Stream<Setting<?>> settings(Command command) {
    return Stream.concat(command.own().stream(), command.shared().stream());
  }

  private static boolean isOption(Command command, String arg) {
    String name = arg.replaceFirst("=.*", "");
    return settings(command).anyMatch(setting -> setting.isOption(name));
  }

  private static String unknown(Command command, String arg, String option) {
    String see = "; nightshift " + command.name() + " --help lists what is allowed";
    if (!arg.startsWith("-")) {
      return "unexpected '" + arg + "', options begin with --" + see;
    }
    List<String> known =
        Stream.concat(settings(command).map(Setting::option), Stream.of("--help")).toList();
    return "unknown option " + option + Nearest.hint(option, known) + see;
  }
}
