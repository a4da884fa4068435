package nightshift.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nightshift.io.research.ResearchException;
import nightshift.pipelines.report.html.ReportFile;
import nightshift.profiles.Kind;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Writes what a run found as one page that opens anywhere. */
final class ReportCommand implements Command {
  private static final Setting<Path> TO =
      new Setting<>(
          "to",
          SettingGroup.COMMAND,
          Kind.path("the path of a file"),
          "",
          "report.html",
          "The page to write; one that is there is replaced.");
  private static final Setting<String> RUN =
      new Setting<>(
          "run",
          SettingGroup.COMMAND,
          Kind.text("the name of a run, or latest", ReportFile.LATEST),
          "",
          ReportFile.LATEST,
          "Which run; latest: the one that finished last.");

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "Writes what a run found as one HTML page that needs no network.";
  }

  @Override
  public List<Setting<?>> shared() {
    return List.of(Settings.RESEARCH, Settings.VERBOSE);
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(TO, RUN);
  }

  @Override
  public int run(Context context) throws IOException {
    Path to = context.settings().get(TO);
    Path research = ResearchFile.of(context.settings());
    if (Files.exists(to) && !Files.isRegularFile(to)) {
      throw new UsageException("--to=" + to + " is not a file; name one to write");
    }
    if (Files.exists(to) && Files.exists(research) && Files.isSameFile(to, research)) {
      throw new UsageException(
          "--to=" + to + " is the research database itself; name another file");
    }
    try {
      ReportFile.write(research, context.settings().get(RUN), to);
    } catch (ResearchException e) {
      throw new UsageException(e.getMessage(), e);
    }
    context
        .out()
        .printf(Locale.ROOT, "report    %s (%,d KB)%n", to, (Files.size(to) + 1023) / 1024);
    return DONE;
  }
}
