package nightshift.pipelines.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A way to hold a child to an amount of memory. */
public interface HardLimit {

  /** For people: by what a child is held. */
  String description();

  /** Whether the kernel holds it; otherwise it is only watched. */
  boolean isHard();

  /**
   * Makes a place for one child.
   *
   * @throws IOException when it cannot be made
   */
  Confinement confine(long bytes) throws IOException;

  /** The best way that works here; each is tried before it is taken. */
  static HardLimit ofThisMachine() {
    Optional<HardLimit> group = ControlGroupLimit.find(Path.of("/"));
    return group.or(SystemdScope::find).orElseGet(NoLimit::new);
  }
}
