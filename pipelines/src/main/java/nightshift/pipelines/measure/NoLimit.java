package nightshift.pipelines.measure;

import java.util.List;
import java.util.OptionalLong;

/** Nothing holds the child; what it takes is watched alone. */
record NoLimit() implements HardLimit {

  @Override
  public String description() {
    return "no hard limit: this machine allows none, children are watched and ended";
  }

  @Override
  public boolean isHard() {
    return false;
  }

  @Override
  public Confinement confine(long bytes) {
    return new Open();
  }

  private record Open() implements Confinement {
    @Override
    public List<String> words(List<String> command) {
      return command;
    }

    @Override
    public OptionalLong peak() {
      return OptionalLong.empty();
    }

    @Override
    public boolean killed(int status) {
      return false;
    }

    @Override
    public void close() {
      // There is nothing to remove.
    }
  }
}
