package nightshift.pipelines.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;
import nightshift.profiles.KernelText;

/**
 * Whether market and research database are where runs look for them, and whether there are others:
 * an empty database at a wrong path shows nothing, and looks like a night that did nothing.
 */
final class PathsCheck implements Check {

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    market(patient, examination);
    if (patient.places().isOnServer()) {
      examination.unseen("the database " + patient.places().research() + " is on a server", "");
      return;
    }
    Path research = patient.tree().at(patient.places().research());
    research(patient, examination, research);
    others(patient, examination, research);
  }

  private static void market(Patient patient, Examination examination) {
    Path market = patient.tree().at(patient.places().market());
    String shown = patient.tree().shown(market);
    if (!Files.exists(market)) {
      examination.critical(
          "there is no market at " + shown,
          "a run has nothing to read, and ends at once",
          patient.places().launcher() + " run --market=PATH");
    } else if (!Files.isReadable(market)) {
      examination.critical(
          "the market " + shown + " may not be read",
          "a run has nothing to read, and ends at once",
          "sudo chmod -R a+rX " + Words.shell(shown));
    } else if (Files.isDirectory(market) && KernelText.list(market).isEmpty()) {
      examination.critical(
          "the market " + shown + " is an empty folder",
          "a run has nothing to read, and ends at once; is a disk not mounted?",
          "findmnt " + Words.shell(shown),
          patient.places().launcher() + " import --from=PATH --to=" + Words.shell(shown));
    } else {
      examination.ok("market " + shown);
    }
  }

  private static void research(Patient patient, Examination examination, Path research) {
    String shown = patient.tree().shown(research);
    if (!Files.exists(research)) {
      examination.note(
          "there is no research database at " + shown,
          "the first run makes it; if nights have run, they wrote elsewhere",
          patient.places().launcher() + " run --research=" + Words.shell(shown));
    } else if (size(research) == 0) {
      examination.critical(
          "the research database " + shown + " is an empty file",
          "some program opened a path where there was none, and made it; there are no results in it",
          "rm " + Words.shell(shown));
    } else {
      reads(examination, research, shown);
    }
  }

  private static void reads(Examination examination, Path research, String shown) {
    try (ResearchReader reader = ResearchReader.open(research)) {
      examination.ok(
          "research database "
              + shown
              + reader.shown().map(run -> ", shows run " + run).orElse(""));
    } catch (ResearchException e) {
      examination.critical(
          e.getMessage(), "a run writes there, and readers read it", "file " + Words.shell(shown));
    }
  }

  private static void others(Patient patient, Examination examination, Path research) {
    List<Path> folders =
        patient.places().around().stream()
            .map(patient.tree()::at)
            .filter(Files::isDirectory)
            .toList();
    List<DatabaseFile> others =
        DatabaseFile.below(folders, research.getFileName().toString()).stream()
            .filter(file -> !isSame(file.path(), research))
            .toList();
    for (DatabaseFile file : others) {
      if (file.isEmpty()) {
        String shown = patient.tree().shown(file.path());
        examination.warning(
            shown
                + " is an empty database beside the one that runs write, "
                + patient.tree().shown(research),
            "a program that opens it shows nothing, and reports no error",
            "rm " + Words.shell(shown),
            "grep -rIl --include='*.py' --include='*.sh' --include='*.service' "
                + Words.shell(file.path().getFileName())
                + " /home /etc/systemd/system");
      }
    }
    List<String> full =
        others.stream()
            .filter(file -> !file.isEmpty())
            .map(file -> patient.tree().shown(file.path()))
            .toList();
    if (!full.isEmpty()) {
      examination.warning(
          (Files.exists(research) ? "there are other databases than " : "nothing is at ")
              + patient.tree().shown(research)
              + (Files.exists(research) ? ": " : ", but there is ")
              + full.stream().collect(Collectors.joining(", ")),
          "runs write one, and a trading program may read another, whose champions are old",
          "sqlite3 " + Words.shell(full.get(0)) + " 'SELECT MAX(finished_at) FROM runs'",
          patient.places().launcher() + " run --research=" + Words.shell(full.get(0)));
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other) || one.equals(other);
    } catch (IOException vanished) {
      return false;
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
