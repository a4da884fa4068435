package nightshift.pipelines;

import java.io.PrintStream;
import nightshift.profiles.EffectiveSettings;

/**
 * What a command is given.
 *
 * @param settings the shared settings and the command's own
 * @param out for what the user asked for
 * @param err for progress and warnings
 */
public record Context(EffectiveSettings settings, PrintStream out, PrintStream err) {}
