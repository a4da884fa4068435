/**
 * Flat Parquet files as columns of primitive values. It is read with parquet-java's own column
 * readers, without Hadoop's file systems and codecs: pages are inflated by {@link
 * nightshift.io.parquet.Codecs}, and every size that a file claims is held against what is there
 * before memory is taken for it. What the columns mean for a market is not known here.
 */
package nightshift.io.parquet;
