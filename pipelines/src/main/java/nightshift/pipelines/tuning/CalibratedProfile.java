package nightshift.pipelines.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightshift.pipelines.measure.Job;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;
import nightshift.profiles.Source;

/**
 * The profile file that comes of a calibration: how it was found out as comments, and every setting
 * of the search and its cost that is not the default.
 *
 * @param lines of the file
 */
public record CalibratedProfile(List<String> lines) {

  /** A day to look at belongs to one calibration, not to every night after it. */
  private static final Set<Setting<?>> LEFT_OUT = Set.of(Settings.AS_OF);

  /**
   * @param comments how and when it was measured, without signs of a comment
   * @param settings that the calibration began with
   * @param best what it found
   */
  public static CalibratedProfile of(List<String> comments, EffectiveSettings settings, Job best) {
    List<String> lines = new ArrayList<>();
    comments.forEach(comment -> lines.add(("# " + comment).stripTrailing()));
    group(lines, SettingGroup.RESEARCH, settings, best);
    group(lines, SettingGroup.RESOURCES, settings, best);
    return new CalibratedProfile(List.copyOf(lines));
  }

  private static void group(
      List<String> lines, SettingGroup group, EffectiveSettings settings, Job best) {
    lines.add("");
    lines.add("# " + group.title());
    Job began = Job.of(settings);
    for (Setting<?> setting : Settings.ALL) {
      boolean raised = !best.text(setting, "").equals(began.text(setting, ""));
      boolean given = settings.source(setting).layer() != Source.Layer.DEFAULT;
      boolean written = raised || given || setting == Settings.MEMORY;
      if (setting.group() == group && written && !LEFT_OUT.contains(setting)) {
        boolean measured = raised || setting == Settings.MEMORY || setting == Settings.WORKERS;
        lines.add(
            setting.name() + " = " + (measured ? best.text(setting) : settings.text(setting)));
      }
    }
  }

  /**
   * Writes the file, all of it or nothing.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".profile-", ".tmp");
    try {
      Files.write(aside, lines, StandardCharsets.UTF_8);
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
