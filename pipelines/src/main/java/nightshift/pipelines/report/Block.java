package nightshift.pipelines.report;

/** A part of a section. */
public sealed interface Block permits Note, Table, LineChart, ScatterChart {}
