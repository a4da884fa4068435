package nightshift.pipelines;

import java.nio.file.Path;
import java.util.Locale;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Locations;
import nightshift.profiles.Resources;
import nightshift.profiles.Settings;
import nightshift.transforms.FoldBytes;
import nightshift.transforms.FoldSymbols;
import nightshift.transforms.Keeping;

/**
 * How much room there is for prices.
 *
 * @param choice when prices are kept in a scratch file
 * @param folder where it is
 */
record PanelRoom(Resources resources, Keeping.Choice choice, Path folder) {
  private static final double MB = 1 << 20;

  static PanelRoom of(EffectiveSettings settings, Resources resources, Locations locations) {
    String choice = settings.get(Settings.SCRATCH).toUpperCase(Locale.ROOT);
    return new PanelRoom(resources, Keeping.Choice.valueOf(choice), locations.scratchFolder());
  }

  /** What is computed of a fold's sizes. */
  static FoldBytes sizes(ResearchPlan plan, FoldSymbols fold) {
    return new FoldBytes(fold, plan.search());
  }

  /** Where the prices of a fold are kept. */
  Keeping keeping(ResearchPlan plan, FoldSymbols fold) {
    return sizes(plan, fold).keeping(choice, resources.panelBytes());
  }

  /**
   * Looks whether each unit of a plan has room when it is alone.
   *
   * @throws UsageException when one has not, with the least memory that would do
   */
  void requireFor(ResearchPlan plan) {
    long most = 0;
    for (FoldSymbols fold : plan.foldsAndHoldout()) {
      most = Math.max(most, sizes(plan, fold).most(keeping(plan, fold)));
    }
    if (most > resources.panelBytes()) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "the prices of a fold need %.1f MB%s, and %.1f MB of --memory=%d are for prices; the"
                  + " smallest that would do is --memory=%d, or select fewer symbols or strategies",
              most / MB,
              choice == Keeping.Choice.NEVER ? " without a scratch file (--scratch=never)" : "",
              resources.panelBytes() / MB,
              resources.memoryMb(),
              resources.memoryForPanels(most)));
    }
  }
}
