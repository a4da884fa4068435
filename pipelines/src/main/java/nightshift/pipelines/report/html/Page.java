package nightshift.pipelines.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.utils.EscapeUtil;
import java.io.IOException;
import java.util.List;
import nightshift.pipelines.report.ReportedRun;
import nightshift.pipelines.report.Section;
import nightshift.pipelines.report.SectionReader;
import nightshift.pipelines.report.Times;

/**
 * A page that is written section by section, so that one at a time is in memory.
 *
 * @param out where it goes
 * @param assets the styles and scripts that stand in it
 */
public record Page(Appendable out, Assets assets) {

  /** Everything before the first section. */
  public void begin(ReportedRun run, List<SectionReader> sections) throws IOException {
    begin(
        "Nightshift: " + run.market() + ", " + Times.shorter(lastStamp(run)),
        header(
            h1("Nightshift"),
            p(headline(run)).withClass("headline"),
            div().withId("live").attr("role", "status")));
    write(
        nav(ul(each(sections, section -> li(a(section.title()).withHref("#" + section.id())))))
            .attr("aria-label", "Sections"));
    out.append("<main id=\"content\">");
  }

  /** Everything before the content of another page. */
  public void begin(String title, DomContent heading) throws IOException {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(assets.policy())
        .append("\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<meta name=\"color-scheme\" content=\"light dark\">")
        .append("<link rel=\"icon\" href=\"data:,\"><title>")
        .append(EscapeUtil.escape(title))
        .append("</title><style>")
        .append(assets.style())
        .append("</style></head><body>");
    write(a("Skip to the content").withHref("#content").withClass("skip"));
    write(heading);
  }

  private static String lastStamp(ReportedRun run) {
    return run.finishedAt().isEmpty() ? run.startedAt() : run.finishedAt();
  }

  private static String headline(ReportedRun run) {
    return "Market %s, %,d symbols, %,d folds. Run %s, %s %s UTC."
        .formatted(
            run.market(),
            run.symbols(),
            run.folds(),
            run.runId(),
            run.status() + (run.finishedAt().isEmpty() ? ", began" : ""),
            Times.shorter(lastStamp(run)));
  }

  /** A section. */
  public void add(Section section) throws IOException {
    write(SectionHtml.of(section, ""));
  }

  /** Anything else. */
  public void write(DomContent content) throws IOException {
    content.render(FlatHtml.into(out));
  }

  /** Everything after the last section. */
  public void end() throws IOException {
    out.append("</main>");
    write(footer("Made from the research database, and from nothing else. Times are in UTC."));
    out.append("<script>")
        .append(assets.charts())
        .append("</script><script>")
        .append(assets.script())
        .append("</script></body></html>\n");
  }
}
