package nightshift.pipelines;

import java.nio.file.Path;
import nightshift.io.research.ResearchException;
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
  public int run(Context context) throws ResearchException {
    Resources resources = Resources.of(context.settings());
    Locations locations = Locations.of(context.settings());
    Research research = Research.of(context.settings());
    ResearchPlan cold = ResearchPlan.of(research, locations);
    try {
      ResearchPlan plan =
          research.warmStart()
              ? WarmStarts.look(cold, Path.of(locations.research()), context.out())
              : cold;
      PanelRoom room = PanelRoom.of(context.settings(), resources, locations);
      room.requireFor(plan);
      PlanText.printLong(plan, room, context.out());
      return DONE;
    } finally {
      cold.source().close();
    }
  }
}
