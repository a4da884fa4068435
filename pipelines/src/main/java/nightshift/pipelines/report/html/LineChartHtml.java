package nightshift.pipelines.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.rawHtml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import nightshift.pipelines.report.LineChart;

/** A chart for uPlot: a place to draw, the numbers as JSON, and the same numbers as a table. */
final class LineChartHtml {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final double DIGITS = 1e6;

  private LineChartHtml() {}

  static DomContent of(LineChart chart, String mark) {
    String id = "chart-" + chart.id() + mark;
    return figure(
            figcaption(chart.title()),
            div()
                .withId(id)
                .withClass("chart")
                .attr("role", "img")
                .attr("aria-label", chart.title() + ": a chart; its numbers are in the table below")
                .attr("data-axis", chart.axis().label())
                .attr("data-time", chart.axis().isTime())
                .attr("data-format", chart.format().name()),
            rawHtml(
                "<script type=\"application/json\" id=\"%s-data\">%s</script>"
                    .formatted(id, EscapedJson.inScript(json(chart)))),
            TableHtml.of(chart.table()))
        .withClass("line");
  }

  private static String json(LineChart chart) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("names");
      for (LineChart.Series line : chart.series()) {
        json.writeString(line.name());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("data");
      numbers(json, chart.x());
      for (LineChart.Series line : chart.series()) {
        numbers(json, line.y());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private static void numbers(JsonGenerator json, double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      if (!Double.isFinite(value)) {
        json.writeNull();
      } else if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) {
        json.writeNumber((long) value);
      } else {
        json.writeNumber(Math.rint(value * DIGITS) / DIGITS);
      }
    }
    json.writeEndArray();
  }
}
