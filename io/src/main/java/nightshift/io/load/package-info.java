/**
 * How prices get into a market store: the writers of the two kinds of store that Nightshift makes
 * (a folder of Parquet files, an SQLite file), and {@link nightshift.io.load.Import}, which reads
 * what people have and checks it on the way. A store is replaced whole or not at all. Reading a
 * store for research is the business of {@link nightshift.io.market}.
 */
package nightshift.io.load;
