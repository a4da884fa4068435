package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightshift.profiles.KernelText;

/** What a path of a machine lies on. */
final class Storage {
  private static final int COLUMNS = 4;

  private Storage() {}

  /**
   * A line of {@code /proc/mounts}.
   *
   * @param device {@code /dev/mmcblk0p2}, {@code tmpfs}
   * @param folder where it is mounted
   */
  record Mount(String device, Path folder, String type, List<String> options) {
    boolean isReadOnly() {
      return options.contains("ro");
    }

    boolean isMemory() {
      return type.equals("tmpfs") || type.equals("ramfs");
    }

    boolean isNetwork() {
      return type.startsWith("nfs") || type.equals("cifs") || type.equals("smb3");
    }

    private static Stream<Mount> of(String line) {
      String[] cells = line.split(" ");
      return cells.length < COLUMNS || !cells[1].startsWith("/")
          ? Stream.empty()
          : Stream.of(
              new Mount(
                  cells[0], Path.of(plain(cells[1])), cells[2], List.of(cells[3].split(","))));
    }

    /** Blanks, tabs, line ends and backslashes stand there in octal. */
    private static String plain(String text) {
      return text.replace("\\040", " ")
          .replace("\\011", "\t")
          .replace("\\012", "\n")
          .replace("\\134", "\\");
    }
  }

  static List<Mount> mounts(Tree tree) {
    return tree.text("proc/self/mounts")
        .or(() -> tree.text("proc/mounts"))
        .orElse("")
        .lines()
        .flatMap(Mount::of)
        .toList();
  }

  /** The mount that a path of the machine is on: the one nearest to it, of several the last. */
  static Optional<Mount> mount(Tree tree, Path path) {
    return mounts(tree).stream()
        .filter(mount -> path.startsWith(mount.folder()))
        .max(Comparator.comparingInt(mount -> mount.folder().getNameCount()));
  }

  /** Whether a path of the machine, or a device, is on an SD card. */
  static boolean isCard(Tree tree, Path path) {
    String device =
        path.startsWith("/dev") ? path.toString() : mount(tree, path).map(Mount::device).orElse("");
    return isCard(tree, device);
  }

  private static boolean isCard(Tree tree, String device) {
    String block = device.replaceFirst("^/dev/(mmcblk\\d+).*", "$1");
    if (device.equals("/dev/root")) {
      // What the kernel was told to start from.
      String from = tree.text("proc/cmdline").orElse("");
      return from.contains("root=/dev/mmcblk") || from.contains("root=PARTUUID") && hasCard(tree);
    }
    return block.startsWith("mmcblk")
        && KernelText.of(tree.at("sys/block").resolve(block).resolve("device/type"))
            .map("SD"::equals)
            .orElse(true);
  }

  private static boolean hasCard(Tree tree) {
    return tree.list("sys/block").stream()
        .anyMatch(device -> KernelText.of(device.resolve("device/type")).equals(Optional.of("SD")));
  }
}
