/**
 * What a person looks at in the morning: the sections of the report, each made of a research
 * database into texts, tables and charts that know nothing of how they are shown. {@code section}
 * has a class for each section, with the SQL that it asks; {@code html} makes a page of them. Knows
 * the database and the domain's statistics, and nothing of commands.
 */
package nightshift.pipelines.report;
