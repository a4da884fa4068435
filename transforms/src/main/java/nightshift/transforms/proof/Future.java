package nightshift.transforms.proof;

import java.util.Random;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;

/** What may come after a day. Nothing decided up to that day's close may differ between them. */
enum Future {
  CHANGED("when the prices after %s are others") {
    @Override
    Sample after(Sample sample, int day, Random random) {
      return with(sample, Rewritten.changedAfter(sample.panel(), day, random));
    }
  },
  CUT_OFF("when the prices end with %s") {
    @Override
    Sample after(Sample sample, int day, Random random) {
      Panel cut = Rewritten.cutAfter(sample.panel(), day);
      return new Sample(sample.name(), cut, endingWith(sample, day));
    }
  },
  SHORTER_WINDOW("when the traded days end with %s") {
    @Override
    Sample after(Sample sample, int day, Random random) {
      return sample.over(endingWith(sample, day));
    }
  },
  DELISTED("when some symbols have no bar after %s") {
    @Override
    Sample after(Sample sample, int day, Random random) {
      return with(sample, Rewritten.delistedAfter(sample.panel(), day, random));
    }
  },
  LISTED("when more symbols are listed after %s") {
    @Override
    Sample after(Sample sample, int day, Random random) {
      return with(sample, Rewritten.listedAfter(sample.panel(), day, random));
    }
  };

  private final String text;

  Future(String text) {
    this.text = text;
  }

  private static Sample with(Sample sample, Panel panel) {
    return new Sample(sample.name(), panel, sample.window());
  }

  private static Window endingWith(Sample sample, int day) {
    int from = sample.window().from();
    return new Window(from, Math.max(from, Math.min(day + 1, sample.window().to())));
  }

  /**
   * The same sample up to a day, with this future.
   *
   * @param day not before the one before the window
   */
  abstract Sample after(Sample sample, int day, Random random);

  /** For people. */
  String text(Object date) {
    return String.format(text, date);
  }
}
