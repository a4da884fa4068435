package nightshift.pipelines;

import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.profiles.Resources;

/** Says what {@code run} would read and need, from names and metadata; reads no price bar. */
final class PlanCommand implements Command {

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "Shows what a run would read and need; reads no price.";
  }

  @Override
  public int run(Context context) {
    Resources resources = Resources.of(context.settings());
    Locations locations = Locations.of(context.settings());
    ResearchPlan plan = ResearchPlan.of(Research.of(context.settings()), locations);
    try {
      PanelRoom room = PanelRoom.of(context.settings(), resources, locations);
      room.requireFor(plan);
      PlanText.printLong(plan, room, context.out());
      return DONE;
    } finally {
      plan.source().close();
    }
  }
}
