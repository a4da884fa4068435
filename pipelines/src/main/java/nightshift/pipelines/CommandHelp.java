package nightshift.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.profiles.Profile;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What picocli has to know of a command, made from the table of settings; and the help it prints.
 */
final class CommandHelp {
  private static final int WIDTH = 100;

  /** A value with more characters would hide the rest. */
  private static final int LONG = 24;

  private CommandHelp() {}

  /** The help of the program. */
  static String text(List<Command> commands) {
    CommandSpec program = CommandSpec.create().name("nightshift");
    program
        .usageMessage()
        .description("Searches trading-strategy parameters every night.")
        .customSynopsis("nightshift [COMMAND] [--OPTION=VALUE ...]")
        .commandListHeading("%nCommands (run, when none is named):%n")
        .footer("", "nightshift COMMAND --help has the options, their defaults and units.");
    program.addOption(flag("--help", "-h", "Show this.").build());
    program.addOption(flag("--version", "-V", "Show the version.").build());
    commands.forEach(command -> program.addSubcommand(command.name(), spec(command)));
    return usage(program);
  }

  /** The help of one command. */
  static String text(Command command) {
    return usage(spec(command));
  }

  private static String usage(CommandSpec spec) {
    spec.usageMessage().width(WIDTH).sortOptions(false);
    return new CommandLine(spec).getUsageMessage(Ansi.OFF);
  }

  /** The options of each group under its heading. */
  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create().name("nightshift " + command.name());
    spec.usageMessage()
        .description(escaped(command.summary()))
        .abbreviateSynopsis(true)
        .footer(
            "",
            "Each option but those of the command itself can also be a line in a profile, or a",
            "variable: --maxSymbols=50 is maxSymbols = 50, or NIGHTSHIFT_MAX_SYMBOLS=50.");
    spec.addOption(flag("--help", "-h", "Show this.").usageHelp(true).build());
    for (SettingGroup group : SettingGroup.values()) {
      ArgGroupSpec.Builder options =
          ArgGroupSpec.builder().validate(false).heading("%n" + group.title() + ":%n");
      Stream.concat(command.own().stream(), command.shared().stream())
          .filter(setting -> setting.group() == group)
          .forEach(setting -> options.addArg(option(setting)));
      if (!options.args().isEmpty()) {
        spec.addArgGroup(options.build());
      }
    }
    return spec;
  }

  private static OptionSpec.Builder flag(String name, String letter, String description) {
    return OptionSpec.builder(name, letter).arity("0").description(description);
  }

  private static OptionSpec option(Setting<?> setting) {
    return OptionSpec.builder(setting.option())
        .arity(setting.isFlag() ? "0" : "1")
        .type(String.class)
        .paramLabel("VALUE")
        .description(escaped(setting.description()), escaped(facts(setting)))
        .build();
  }

  /** Unit, what is allowed, default, and what a profile has instead of the default. */
  private static String facts(Setting<?> setting) {
    List<String> facts = new ArrayList<>();
    String unit = setting.unit().isEmpty() ? "" : setting.unit() + ", ";
    facts.add(unit + setting.kind().allowed());
    if (!setting.defaultText().isEmpty()) {
      facts.add("default " + setting.defaultText());
    }
    for (String name : Profile.NAMES) {
      Optional.ofNullable(Profile.bundled(name, "").entries().get(setting.name()))
          .map(Profile.Entry::text)
          .filter(text -> !text.equals(setting.defaultText()))
          .ifPresent(text -> facts.add(name + " " + (text.length() > LONG ? "its own" : text)));
    }
    return facts.stream().collect(Collectors.joining("; ", "[", "]"));
  }

  /** picocli takes descriptions for format strings. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
