package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightshift.profiles.KernelText;

/** Swap on a disk, zram and zswap. */
final class SwapCheck implements Check {
  private static final double FULL = 0.9;
  private static final int COLUMNS = 5;

  /** A line of {@code /proc/swaps}; sizes in bytes. */
  private record Area(String name, long size, long used) {
    boolean isZram() {
      return name.contains("zram");
    }

    static Stream<Area> of(String line) {
      String[] cells = line.strip().split("\\s+");
      return cells.length == COLUMNS
              && cells[2].matches("\\d{1,15}")
              && cells[3].matches("\\d{1,15}")
          ? Stream.of(
              new Area(cells[0], Long.parseLong(cells[2]) << 10, Long.parseLong(cells[3]) << 10))
          : Stream.empty();
    }
  }

  @Override
  public String name() {
    return "swap";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    Tree tree = patient.tree();
    if (!tree.exists("proc/swaps")) {
      examination.unseen("there is no /proc/swaps", "swapon --show");
      return;
    }
    List<Area> areas = tree.text("proc/swaps").orElse("").lines().flatMap(Area::of).toList();
    long size = areas.stream().mapToLong(Area::size).sum();
    long used = areas.stream().mapToLong(Area::used).sum();
    if (size > 0 && used > FULL * size) {
      examination.warning(
          "swap is full: " + Words.size(used) + " of " + Words.size(size),
          "what runs has long needed more memory than there is; the kernel ends something next",
          "ps -eo rss,comm --sort=-rss | head");
    }
    for (Area area : areas) {
      if (!area.isZram() && Storage.isCard(tree, Path.of(area.name()))) {
        examination.note(
            area.name() + " is swap on an SD card: " + Words.size(area.size()),
            "swapping is slow there, and wears the card out; zram keeps it in memory",
            "sudo apt install zram-tools",
            "sudo dphys-swapfile swapoff && sudo systemctl disable dphys-swapfile");
      }
    }
    zram(patient, examination, areas);
    if (areas.isEmpty()) {
      examination.ok("no swap: memory that runs out is ended at once, not slowly");
    }
    examination.otherwiseOk(
        Words.size(used)
            + " of "
            + Words.size(size)
            + " of swap in use"
            + (areas.stream().anyMatch(Area::isZram) ? ", in zram" : "")
            + (isZswap(tree) ? ", zswap in front of it" : ""));
  }

  private static boolean isZswap(Tree tree) {
    return tree.text("sys/module/zswap/parameters/enabled").filter("Y"::equals).isPresent();
  }

  /** More than what there is, compressed, cannot all be in memory. */
  private static void zram(Patient patient, Examination examination, List<Area> areas) {
    long zram = areas.stream().filter(Area::isZram).mapToLong(Area::size).sum();
    long total = patient.machine().totalBytes();
    if (total > 0 && zram > total) {
      examination.warning(
          "zram may hold " + Words.size(zram) + ", and the machine has " + Words.size(total),
          "prices hardly compress: before it is full it has eaten the memory that it should give",
          "sudo sed -i 's/^#*PERCENT=.*/PERCENT=50/' /etc/default/zramswap",
          "sudo systemctl restart zramswap");
    }
    for (Path device : patient.tree().list("sys/block")) {
      String[] stat = KernelText.of(device.resolve("mm_stat")).orElse("").split("\\s+");
      if (stat.length > 2 && stat[2].matches("\\d{1,18}") && total > 0) {
        long taken = Long.parseLong(stat[2]);
        if (taken > total / 4) {
          examination.note(
              device.getFileName() + " takes " + Words.size(taken) + " of memory itself",
              "that is missing elsewhere: something outgrew the machine before",
              "zramctl");
        }
      }
    }
  }
}
