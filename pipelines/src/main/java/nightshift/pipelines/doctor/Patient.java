package nightshift.pipelines.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nightshift.profiles.Machine;

/**
 * A machine that is looked at, with what several checks look at.
 *
 * @param machine what it is
 * @param now when: what is older than 14 days before that is not news
 * @param zone its time zone
 * @param log of its kernel and its watchdog
 * @param packages what was installed lately
 * @param places where runs have their things
 */
record Patient(
    Tree tree,
    Instruments instruments,
    Machine machine,
    Instant now,
    ZoneId zone,
    SystemLog log,
    PackageLog packages,
    Places places) {

  static Patient of(Tree tree, Instant now, Places places) {
    Instruments instruments = Instruments.of(tree);
    ZoneId zone = zoneName(tree).flatMap(Patient::zone).orElse(ZoneOffset.UTC);
    return new Patient(
        tree,
        instruments,
        tree.isThisMachine() ? Machine.here() : Machine.recorded(tree.root()),
        now,
        zone,
        SystemLog.of(tree, instruments, now, new LogStamps(now, zone)),
        PackageLog.since(tree, now.minus(SystemLog.SPAN), zone),
        places);
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** The name of a machine's time zone, by {@code /etc/localtime}, else {@code /etc/timezone}. */
  static Optional<String> zoneName(Tree tree) {
    Path link = tree.at("etc/localtime");
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        int name = target.indexOf("zoneinfo/");
        if (name >= 0) {
          return Optional.of(target.substring(name + "zoneinfo/".length()));
        }
      } catch (IOException unreadable) {
        // The other file may tell.
      }
    }
    return tree.text("etc/timezone").filter(name -> !name.isEmpty());
  }

  /** A moment for people, in the machine's time. */
  String time(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at.atZone(zone));
  }

  /** Whether it is a container, whose kernel and clock are another machine's. */
  boolean isContainer() {
    return tree.exists(".dockerenv")
        || tree.exists("run/.containerenv")
        || tree.text("run/systemd/container").isPresent()
        || tree.text("proc/1/cgroup").orElse("").matches("(?s).*(docker|kubepods|lxc|libpod).*");
  }
}
