/**
 * What is claimed of the project's speed, measured: every figure of {@code docs/performance.md}
 * comes from here. Nothing depends on this package, and the normal build leaves it out; {@code mvn
 * -Pbenchmarks package} makes {@code benchmarks/target/benchmarks.jar}.
 */
package nightshift.benchmarks;
