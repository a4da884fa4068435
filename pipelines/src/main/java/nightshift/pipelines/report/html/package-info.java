/**
 * The report as one HTML file that needs no network. Everything that comes from a database is
 * written as text by the library, and as escaped JSON where a chart takes it. Knows sections, and
 * no database.
 */
package nightshift.pipelines.report.html;
