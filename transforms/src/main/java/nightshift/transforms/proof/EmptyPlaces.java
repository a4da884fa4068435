package nightshift.transforms.proof;

import java.util.List;
import nightshift.transforms.panel.Window;

/** A strategy bears windows without history and without days, and symbols without bars. */
final class EmptyPlaces implements Check {

  @Override
  public String name() {
    return "empty places";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    for (Trial trial : trials) {
      Sample sample = trial.sample();
      int to = sample.window().to();
      trial.decide(sample.over(new Window(0, to)), "with no day before the first traded one");
      trial.decide(sample.over(new Window(0, 1)), "with one day and no history");
      trial.decide(sample.over(new Window(to, to)), "with no traded day");
      Sample empty =
          new Sample(
              sample.name(),
              Rewritten.shortenedBefore(sample.panel(), sample.panel().days(), 0),
              sample.window());
      trial.decide(empty, "with symbols that have no bar");
    }
    return "no history, no days, no bars";
  }
}
