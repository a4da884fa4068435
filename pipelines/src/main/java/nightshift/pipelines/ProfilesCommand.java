package nightshift.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.JvmFlags;
import nightshift.profiles.Locations;
import nightshift.profiles.Resources;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Prints the machine, the profile, and every effective setting with where it came from. */
final class ProfilesCommand implements Command {

  private static final int VALUE_WIDTH = 28;

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public String summary() {
    return "Shows the effective settings, each with where it came from.";
  }

  @Override
  public int run(Context context) {
    EffectiveSettings settings = context.settings();
    Resources resources = Resources.of(settings);
    Locations locations = Locations.of(settings);
    PrintStream out = context.out();
    out.println("machine   " + settings.machine());
    out.println("profile   " + settings.profile().name() + ", " + settings.profile().reason());
    out.println("market    " + locations.market());
    out.println("research  " + locations.research());
    for (SettingGroup group : SettingGroup.values()) {
      print(out, settings, group);
    }
    out.println();
    out.println("For this machine that comes to");
    out.printf(Locale.ROOT, "  workers  %d%n", resources.workers());
    out.printf(Locale.ROOT, "  memory   %d MB: %s%n", resources.memoryMb(), resources.budget());
    out.printf(Locale.ROOT, "  prices   %d MB of the heap%n", resources.panelBytes() >> 20);
    List<String> words = JvmFlags.words(settings, Runtime.version().feature());
    out.println("  Java     " + String.join(" ", words));
    return DONE;
  }

  private static void print(PrintStream out, EffectiveSettings settings, SettingGroup group) {
    List<Setting<?>> members =
        Settings.ALL.stream().filter(setting -> setting.group() == group).toList();
    if (!members.isEmpty()) {
      out.println();
      out.println(group.title());
    }
    for (Setting<?> setting : members) {
      String value = value(settings.text(setting), setting.unit());
      // A long value has a line for itself, so that the sources stay in their column.
      String pad = value.length() <= VALUE_WIDTH ? "" : "%n" + " ".repeat(21 + VALUE_WIDTH);
      out.printf(
          "  %-18s %-" + VALUE_WIDTH + "s" + pad + " %s%n",
          setting.name(),
          value,
          settings.source(setting));
    }
  }

  /** A number with its unit; a word as it is. */
  private static String value(String text, String unit) {
    boolean number = Character.isDigit(text.charAt(text.length() - 1));
    return number ? (text + " " + unit).strip() : text;
  }
}
