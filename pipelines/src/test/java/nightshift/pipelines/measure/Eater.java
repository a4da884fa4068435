package nightshift.pipelines.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program that takes memory: so many MB, a MB at a time, then waits so many milliseconds. */
final class Eater {
  private static final int MB = 1 << 20;

  private Eater() {}

  public static void main(String[] args) throws InterruptedException {
    List<byte[]> eaten = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      byte[] block = new byte[MB];
      Arrays.fill(block, (byte) 1);
      eaten.add(block);
    }
    Thread.sleep(Long.parseLong(args[1]));
    System.exit(eaten.isEmpty() ? 1 : 0);
  }

  /** The command that starts it. */
  static List<String> command(int megabytes, int milliseconds) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-Xmx600m",
        "-Xint",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Eater.class.getName(),
        Integer.toString(megabytes),
        Integer.toString(milliseconds));
  }
}
