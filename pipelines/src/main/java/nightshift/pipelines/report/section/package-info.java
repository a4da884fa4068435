/** The sections of the report, a class each, with what it asks of the database. */
package nightshift.pipelines.report.section;
