package nightshift.pipelines.report;

import java.util.List;

/**
 * A section of the report.
 *
 * @param id letters and dashes: its address on the page, and in the API
 * @param blocks empty when there is nothing to say
 */
public record Section(String id, String title, List<Block> blocks) {

  /** A section with a sentence in place of what it has not. */
  public static Section without(String id, String title, String why) {
    return new Section(id, title, List.of(new Note(why)));
  }
}
