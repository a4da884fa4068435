package nightshift.pipelines.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import nightshift.pipelines.report.Block;
import nightshift.pipelines.report.LineChart;
import nightshift.pipelines.report.Note;
import nightshift.pipelines.report.ScatterChart;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.Table;

/** A section as HTML. */
public final class SectionHtml {
  private SectionHtml() {}

  /**
   * The section with everything in it.
   *
   * @param mark ends its address and those of its charts, where a page has it twice
   */
  public static DomContent of(Section section, String mark) {
    String id = section.id() + mark;
    return section(
            h2(section.title()).withId(id + "-title"),
            each(section.blocks(), block -> block(block, mark)))
        .withId(id)
        .attr("aria-labelledby", id + "-title");
  }

  // Switches over types come with Java 21.
  private static DomContent block(Block block, String mark) {
    if (block instanceof Table table) {
      return TableHtml.of(table);
    }
    if (block instanceof LineChart chart) {
      return LineChartHtml.of(chart, mark);
    }
    if (block instanceof ScatterChart chart) {
      return ScatterHtml.of(chart);
    }
    return p(((Note) block).text()).withClass("note");
  }
}
