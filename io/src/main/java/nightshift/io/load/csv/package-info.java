/**
 * Text with prices in it, as people have it: where the files are (a folder, an archive, one file),
 * how one is laid out (separator, header, dates, decimals), and its rows one by one. Nothing here
 * knows what becomes of a row; that is {@link nightshift.io.load}'s business.
 */
package nightshift.io.load.csv;
