package nightshift.pipelines.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import nightshift.pipelines.report.ScatterChart;

/** Points as inline SVG: uPlot draws lines over an ascending axis, and a plane has none. */
final class ScatterHtml {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 56;
  private static final int BOTTOM = 44;
  private static final int MARGIN = 12;
  private static final int COLOURS = 9;

  private ScatterHtml() {}

  static DomContent of(ScatterChart chart) {
    List<String> groups =
        List.copyOf(new TreeSet<>(chart.points().stream().map(ScatterChart.Point::group).toList()));
    Axis x = Axis.of(chart.points().stream().mapToDouble(ScatterChart.Point::x).toArray());
    Axis y = Axis.of(chart.points().stream().mapToDouble(ScatterChart.Point::y).toArray());
    ContainerTag<?> svg =
        tag("svg")
            .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
            .attr("role", "img")
            .attr("class", "scatter")
            .attr("aria-label", chart.title() + ": a chart; its numbers are in the table below");
    for (double at : x.ticks()) {
      svg.with(line("grid", right(x, at), up(y, y.low()), right(x, at), up(y, y.high())));
      svg.with(label(right(x, at), HEIGHT - BOTTOM + 18, "middle", at));
    }
    for (double at : y.ticks()) {
      svg.with(line("grid", right(x, x.low()), up(y, at), right(x, x.high()), up(y, at)));
      svg.with(label(LEFT - 6, up(y, at) + 4, "end", at));
    }
    if (chart.diagonal()) {
      double low = Math.max(x.low(), y.low());
      double high = Math.min(x.high(), y.high());
      if (low < high) {
        svg.with(line("diagonal", right(x, low), up(y, low), right(x, high), up(y, high)));
      }
    }
    for (ScatterChart.Point point : chart.points()) {
      svg.with(
          tag("circle")
              .attr("class", colour(groups.indexOf(point.group())))
              .attr("cx", number(right(x, point.x())))
              .attr("cy", number(up(y, point.y())))
              .attr("r", "4"));
    }
    svg.with(words(LEFT + (WIDTH - LEFT - MARGIN) / 2.0, HEIGHT - 6, chart.xLabel(), ""));
    svg.with(
        words(14, MARGIN + (HEIGHT - BOTTOM - MARGIN) / 2.0, chart.yLabel(), "rotate(-90 14 178)"));
    return figure(
        figcaption(chart.title()),
        svg,
        ul(each(
                groups,
                group -> li(span().withClass("key " + colour(groups.indexOf(group))), text(group))))
            .withClass("legend"),
        div(TableHtml.of(chart.table())));
  }

  private static String colour(int group) {
    return "c" + group % COLOURS;
  }

  private static double right(Axis x, double at) {
    return LEFT + x.share(at) * (WIDTH - LEFT - MARGIN);
  }

  private static double up(Axis y, double at) {
    return HEIGHT - BOTTOM - y.share(at) * (HEIGHT - BOTTOM - MARGIN);
  }

  private static DomContent line(String kind, double x1, double y1, double x2, double y2) {
    return tag("line")
        .attr("class", kind)
        .attr("x1", number(x1))
        .attr("y1", number(y1))
        .attr("x2", number(x2))
        .attr("y2", number(y2));
  }

  private static DomContent label(double x, double y, String anchor, double value) {
    return tag("text")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("text-anchor", anchor)
        .with(text(String.format(Locale.ROOT, "%.4g", value).replaceAll("\\.?0+$", "")));
  }

  private static DomContent words(double x, double y, String words, String transform) {
    return tag("text")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("text-anchor", "middle")
        .attr("transform", transform)
        .with(text(words));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
