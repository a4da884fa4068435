/**
 * The data gate: rules that find what is wrong with daily bars, and what is done about it. Arrays
 * come in, findings and decisions go out; nothing here reads, writes, or knows of a pipeline, and
 * the same bars give the same decisions whatever their order of arrival. What the rules are and why
 * stands in {@code docs/data-gate.md}.
 */
package nightshift.io.gate;
