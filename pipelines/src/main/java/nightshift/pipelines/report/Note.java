package nightshift.pipelines.report;

/** A sentence or two. */
public record Note(String text) implements Block {}
