package nightshift.pipelines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightshift.profiles.Nearest;
import nightshift.profiles.Setting;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The options of a command line, as they were written.
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
    CommandSpec spec = spec(command);
    try {
      ParseResult result =
          new CommandLine(spec).setExpandAtFiles(false).parseArgs(args.toArray(String[]::new));
      return new Arguments(options(result), result.isUsageHelpRequested());
    } catch (ParameterException e) {
      throw new UsageException(message(command, spec, e), e);
    }
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(OptionSpec.builder("--help", "-h").usageHelp(true).build());
    for (Setting<?> setting : settings(command)) {
      OptionSpec.Builder option = OptionSpec.builder(setting.option()).type(String.class);
      spec.addOption(
          setting.isFlag()
              ? option.arity("0..1").fallbackValue("true").build()
              : option.arity("1").build());
    }
    return spec;
  }

  private static List<Setting<?>> settings(Command command) {
    return Stream.concat(command.own().stream(), command.shared().stream()).toList();
  }

  private static Map<String, String> options(ParseResult result) {
    Map<String, String> options = new HashMap<>();
    for (OptionSpec option : result.matchedOptions()) {
      if (!option.usageHelp()) {
        options.put(option.longestName().substring(2), option.getValue());
      }
    }
    return options;
  }

  private static String message(Command command, CommandSpec spec, ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(command, spec, unmatched.getUnmatched().get(0));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return ((OptionSpec) twice.getOverwritten()).longestName() + " is given twice";
    }
    if (e instanceof MissingParameterException missing) {
      String option = ((OptionSpec) missing.getMissing().get(0)).longestName();
      return option + " needs a value: it must be " + allowed(command, option);
    }
    return e.getMessage();
  }

  private static String unknown(Command command, CommandSpec spec, String argument) {
    String see = "; nightshift " + command.name() + " --help lists what is allowed";
    if (!argument.startsWith("-")) {
      return "unexpected '" + argument + "', options begin with --" + see;
    }
    String option = argument.replaceFirst("=.*", "");
    List<String> known = spec.options().stream().map(OptionSpec::longestName).toList();
    return "unknown option " + option + Nearest.hint(option, known) + see;
  }

  private static String allowed(Command command, String option) {
    return settings(command).stream()
        .filter(setting -> setting.option().equals(option))
        .findFirst()
        .<String>map(setting -> setting.kind().allowed())
        .orElseThrow();
  }
}
