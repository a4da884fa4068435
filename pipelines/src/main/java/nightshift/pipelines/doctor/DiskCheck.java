package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Room where the database, scratch and the logs are, and what kind of place that is. */
final class DiskCheck implements Check {
  private static final long VERY_LITTLE = 500L << 20;
  private static final long LITTLE = 2L << 30;

  @Override
  public String name() {
    return "disk space";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    Map<String, Path> places = new LinkedHashMap<>();
    if (!patient.places().isOnServer()) {
      Path database = Path.of(patient.places().research());
      Path folder = database.getParent();
      places.put("the research database", folder == null ? database : folder);
    }
    places.put("scratch", patient.places().scratch());
    places.put("the system", Path.of("/"));
    Map<Path, String> disks = new LinkedHashMap<>();
    places.forEach(
        (what, path) ->
            disks.merge(disk(patient, path), what, (first, second) -> first + ", " + second));
    disks.forEach((disk, what) -> room(patient, examination, disk, what));
    memory(patient, examination);
  }

  private static Path disk(Patient patient, Path path) {
    return Storage.mount(patient.tree(), path).map(Storage.Mount::folder).orElse(path);
  }

  private static void room(Patient patient, Examination examination, Path disk, String what) {
    Optional<Instruments.Room> room = patient.instruments().room(disk);
    if (room.isEmpty()) {
      examination.unseen("how much room there is in " + disk, "df -h " + Words.shell(disk));
      return;
    }
    long usable = room.get().usable();
    String found =
        String.format(
            "%s of %s are free in %s (%s)",
            Words.size(usable), Words.size(room.get().total()), disk, what);
    if (usable >= Math.min(LITTLE, room.get().total() / 4)) {
      examination.ok(found);
    } else {
      examination.add(
          usable < VERY_LITTLE ? Gravity.CRITICAL : Gravity.WARNING,
          found,
          "a run whose database or scratch file cannot grow ends; what it had written stays",
          "sudo du -xh --max-depth=2 " + Words.shell(disk) + " | sort -h | tail -20",
          "sudo apt clean && sudo journalctl --vacuum-size=100M");
    }
  }

  private static void memory(Patient patient, Examination examination) {
    Optional<Storage.Mount> scratch = Storage.mount(patient.tree(), patient.places().scratch());
    if (scratch.filter(Storage.Mount::isMemory).isPresent()) {
      examination.warning(
          "scratch is in "
              + patient.places().scratch()
              + ", which is memory ("
              + scratch.get().type()
              + ")",
          "prices are put there because they do not fit into memory",
          patient.places().launcher() + " run --scratchFolder=/var/tmp");
    }
  }
}
