package nightshift.pipelines.measure;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** The place in which one child runs. */
public interface Confinement extends AutoCloseable {

  /** The command that starts another one in this place, before that has allocated anything. */
  List<String> words(List<String> command);

  /** The most that was charged to this place so far, in bytes. */
  OptionalLong peak() throws IOException;

  /**
   * Whether the kernel killed the child at the limit.
   *
   * @param status with which it ended
   */
  boolean killed(int status) throws IOException;

  /** Removes the place; no process is in it any more. */
  @Override
  void close() throws IOException;
}
