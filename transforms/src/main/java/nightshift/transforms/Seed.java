package nightshift.transforms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds of random streams, derived from the run's seed and from what they are for. */
final class Seed {
  private Seed() {}

  /** The same wherever and whenever it is asked for. */
  static long of(long runSeed, String what) {
    String name = runSeed + "/" + what;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
