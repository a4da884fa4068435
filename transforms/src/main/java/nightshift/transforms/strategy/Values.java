package nightshift.transforms.strategy;

import java.util.Arrays;
import java.util.List;

/**
 * One choice of parameters: for each parameter of a strategy, the index of its value. Two choices
 * are equal when their indices are; the natural order is that of the indices, first parameter
 * first.
 */
public final class Values implements Comparable<Values> {
  private final List<Parameter> parameters;
  private final int[] indices;
  private final double[] reals;

  /**
   * @param indices one for each parameter, from 0 to {@link Parameter#size()} - 1; copied
   */
  public Values(List<Parameter> parameters, int... indices) {
    if (indices.length != parameters.size()) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters, but " + indices.length + " indices");
    }
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= parameters.get(i).size()) {
        throw new IllegalArgumentException(
            parameters.get(i).name()
                + ": index must be 0 to "
                + (parameters.get(i).size() - 1)
                + ", got "
                + indices[i]);
      }
    }
    this.parameters = parameters;
    this.indices = indices.clone();
    this.reals = new double[indices.length];
    Arrays.setAll(reals, i -> parameters.get(i).value(indices[i]));
  }

  /** The same with the indices as a list, as {@link #indices()} gives them. */
  public Values(List<Parameter> parameters, List<Integer> indices) {
    this(parameters, indices.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The choice nearest to the given values, one for each parameter in order. */
  public static Values nearest(List<Parameter> parameters, double... values) {
    int[] indices = new int[parameters.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = parameters.get(i).nearest(values[i]);
    }
    return new Values(parameters, indices);
  }

  /**
   * The choice that {@link #toJson} wrote down.
   *
   * @throws IllegalArgumentException when it is not one of these parameters
   */
  public static Values ofJson(List<Parameter> parameters, String json) {
    String[] pairs = json.replaceAll("[{}\"]", "").split(",");
    int[] indices = new int[parameters.size()];
    for (int i = 0; i < indices.length && i < pairs.length; i++) {
      String text = pairs[i].substring(pairs[i].indexOf(':') + 1);
      for (int k = 0; k < parameters.get(i).size(); k++) {
        indices[i] = parameters.get(i).text(k).equals(text) ? k : indices[i];
      }
    }
    Values values = new Values(parameters, indices);
    if (!values.toJson().equals(json)) {
      throw new IllegalArgumentException(json + " is no choice of " + parameters);
    }
    return values;
  }

  /** What is chosen among. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The value of the parameter with a name. */
  public double named(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .mapToDouble(this::real)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no parameter " + name + " among " + parameters));
  }

  /** The value of a whole-number parameter. */
  public int integer(Parameter parameter) {
    return (int) real(parameter);
  }

  /** The value of a parameter. */
  public double real(Parameter parameter) {
    return reals[place(parameter)];
  }

  private int place(Parameter parameter) {
    for (int i = 0; i < indices.length; i++) {
      if (parameters.get(i) == parameter) {
        return i;
      }
    }
    throw new IllegalArgumentException("no parameter " + parameter.name() + " among " + parameters);
  }

  /**
   * The same with another value of one parameter.
   *
   * @param index of the value, from 0 to {@link Parameter#size()} - 1
   */
  public Values with(Parameter parameter, int index) {
    int[] changed = indices.clone();
    changed[place(parameter)] = index;
    return new Values(parameters, changed);
  }

  /** The index of the value of the i-th parameter. */
  public int index(int i) {
    return indices[i];
  }

  /** The indices of the values, one for each parameter. */
  public List<Integer> indices() {
    return Arrays.stream(indices).boxed().toList();
  }

  /** A JSON object, parameters in their declared order: {@code {"fast":10,"slow":200}}. */
  public String toJson() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < indices.length; i++) {
      json.append(i == 0 ? "\"" : ",\"")
          .append(parameters.get(i).name())
          .append("\":")
          .append(parameters.get(i).text(indices[i]));
    }
    return json.append('}').toString();
  }

  @Override
  public int compareTo(Values other) {
    return Arrays.compare(indices, other.indices);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values values && Arrays.equals(indices, values.indices);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(indices);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
