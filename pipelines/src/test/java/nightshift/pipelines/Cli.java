package nightshift.pipelines;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program as a user meets it: arguments in, exit status and text out.
 *
 * @param status the exit status
 * @param out what was asked for
 * @param err progress, warnings, and the one line of an error
 */
record Cli(int status, String out, String err) {
  /** The bundled market, wherever the tests are started. */
  static final Path BUNDLED = Path.of("..", "testdata", "market").toAbsolutePath().normalize();

  /** A search that takes a second. */
  static final List<String> SMALL =
      List.of("--profile=pi_safe", "--maxSymbols=6", "--population=6", "--generations=3");

  static Cli call(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new Nightshift(Nightshift.COMMANDS, Map.of(), print(out), print(err)).run(args);
    return new Cli(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** A small search, with options of its own. */
  static Cli run(Path market, Path research, String... more) {
    String[] args = new String[SMALL.size() + 3 + more.length];
    args[0] = "run";
    for (int i = 0; i < SMALL.size(); i++) {
      args[i + 1] = SMALL.get(i);
    }
    args[SMALL.size() + 1] = "--market=" + market;
    args[SMALL.size() + 2] = "--research=" + research;
    System.arraycopy(more, 0, args, SMALL.size() + 3, more.length);
    return call(args);
  }
}
