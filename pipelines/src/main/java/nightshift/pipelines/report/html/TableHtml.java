package nightshift.pipelines.report.html;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.List;
import nightshift.pipelines.report.Column;
import nightshift.pipelines.report.Format;
import nightshift.pipelines.report.Table;

/** A table as HTML: its colours are classes, as the page's policy allows no styles in tags. */
final class TableHtml {
  private static final int STEPS = 5;

  private TableHtml() {}

  static DomContent of(Table table) {
    return table.shown() == Table.Shown.FOLDED
        ? details(summary(table.caption()), grid(table)).withClass("numbers")
        : grid(table);
  }

  private static DivTag grid(Table table) {
    String look = table.shown() == Table.Shown.CARDS ? "cards" : "plain";
    return div(table(
                caption(table.caption()),
                thead(tr(each(table.columns(), TableHtml::head))),
                tbody(each(table.rows(), row -> row(table.columns(), row))))
            .withClass(look))
        .withClass("scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", table.caption());
  }

  private static DomContent head(Column column) {
    return th(column.name())
        .attr("scope", "col")
        .withCondClass(column.format().isNumber(), "number");
  }

  private static DomContent row(List<Column> columns, List<Object> values) {
    List<DomContent> cells = new ArrayList<>();
    cells.add(th(columns.get(0).format().of(values.get(0))).attr("scope", "row"));
    for (int i = 1; i < columns.size(); i++) {
      cells.add(cell(columns.get(i), values.get(i)));
    }
    return tr(each(cells, cell -> cell));
  }

  private static TdTag cell(Column column, Object value) {
    String text = column.format().of(value);
    TdTag cell =
        column.shade() == Column.Shade.WORD
            ? td(span(text).withClass("word " + word(text)))
            : td(text);
    String classes = classes(column, value);
    if (!classes.isEmpty()) {
      cell.withClass(classes);
    }
    return cell.attr("data-label", column.name());
  }

  private static String classes(Column column, Object value) {
    String number = column.format().isNumber() ? "number" : "";
    String shade = shade(column, value);
    return (number + " " + shade).strip();
  }

  private static String shade(Column column, Object value) {
    boolean shaded = column.shade() == Column.Shade.GAIN || column.shade() == Column.Shade.AMOUNT;
    if (!shaded || !(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return "";
    }
    double share = Math.max(-1, Math.min(1, number.doubleValue() / column.full()));
    int step = (int) Math.ceil(Math.abs(share) * STEPS - 0.5);
    if (step == 0) {
      return "";
    }
    String kind = column.shade() == Column.Shade.AMOUNT ? "amount" : share < 0 ? "loss" : "gain";
    return kind + step;
  }

  /** The class of a word; a text of the database is no class. */
  private static String word(String text) {
    return switch (text) {
      case "robust", "finished" -> "good";
      case "doubtful", "WARN", "running", "partial", "interrupted", "not judged" -> "middling";
      case "overfit", "CRITICAL", "failed" -> "bad";
      case Format.UNDEFINED -> "unknown";
      default -> "other";
    };
  }
}
