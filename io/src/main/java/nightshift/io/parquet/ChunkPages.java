package nightshift.io.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Steps over the pages of one column chunk by their headers. All that a header claims is held
 * against what there is and against {@link ReadLimits} before it is given on.
 */
final class ChunkPages {
  /** Nearly all headers are smaller. */
  private static final int USUAL_HEADER_BYTES = 1 << 10;

  private final ColumnDescriptor column;
  private final StoredBytes bytes;
  private final int group;
  private final long rows;
  private final long start;
  private final long end;
  private long at;
  private long row;
  private PageHead head;
  private long body;

  /**
   * @param start position of the first byte in the file, inclusive
   * @param end position of the last byte, exclusive
   * @param group the place of the row group in the file, for messages
   * @param rows how many rows the row group has
   */
  ChunkPages(
      ColumnDescriptor column, StoredBytes bytes, long start, long end, int group, long rows) {
    this.column = column;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.group = group;
    this.rows = rows;
    this.at = start;
  }

  static ChunkPages of(
      ColumnDescriptor column, ColumnChunkMetaData chunk, StoredBytes bytes, RowStretches place) {
    long start = chunk.getStartingPos();
    return new ChunkPages(
        column,
        bytes,
        start,
        start + chunk.getTotalSize(),
        place.index(),
        place.group().getRowCount());
  }

  /** Whether there is another page. */
  boolean hasNext() {
    return at < end;
  }

  /** Goes back to the first page. */
  void restart() {
    at = start;
    row = 0;
  }

  /** Where the next page is, to come back to it. */
  long position() {
    return at;
  }

  /** The first row of the next page. */
  long row() {
    return row;
  }

  /** Goes to a page again. */
  void returnTo(long position, long firstRow) {
    at = position;
    row = firstRow;
  }

  /** Steps to the next page, of which only the header is read. */
  PageHead next() throws IOException {
    if (at >= end) {
      throw broken("it has fewer values than the %d rows of its group", rows);
    }
    head = header();
    if (head.size() < 0 || head.size() > end - body) {
      throw broken("a page claims %d bytes, there are %d", head.size(), end - body);
    }
    if (head.isData()) {
      requirePossible();
      row += head.values();
    }
    at = body + head.size();
    return head;
  }

  private PageHead header() throws IOException {
    Optional<PageHead> usual = header(USUAL_HEADER_BYTES);
    if (usual.isEmpty()) {
      usual = header(ReadLimits.PAGE_HEADER_BYTES);
    }
    return usual.orElseThrow(
        () ->
            broken(
                "the header of a page is broken, or larger than %d bytes",
                ReadLimits.PAGE_HEADER_BYTES));
  }

  /** The header, if it ends within so many bytes. */
  private Optional<PageHead> header(int most) throws IOException {
    int size = (int) Math.min(most, end - at);
    int from = bytes.at(at, size);
    try {
      PageHead read = PageHead.read(bytes.array(), from, from + size);
      body = at + read.bodyStart() - from;
      return Optional.of(read);
    } catch (EOFException unfinished) {
      return Optional.empty();
    }
  }

  private void requirePossible() {
    if (head.values() < 0 || head.values() > rows - row) {
      throw broken("a page claims %d values in a group of %d rows", head.values(), rows);
    }
    int levels = head.levelBytes();
    if (levels < 0 || levels > head.size()) {
      throw broken("a page of %d bytes claims %d bytes of levels", head.size(), levels);
    }
  }

  /**
   * Where the body of the current page is in the array of the stored bytes.
   *
   * @throws ParquetDecodingException when it is larger than a page may be
   */
  int body() throws IOException {
    int size = Math.max(head.size(), head.inflatedSize());
    if (size > ReadLimits.PAGE_BYTES) {
      throw broken(
          "row group %d has a page of %d bytes, at most %d are read; write the file with smaller"
              + " row groups or pages",
          group, size, ReadLimits.PAGE_BYTES);
    }
    if (head.inflatedSize() < 0) {
      throw broken("a page claims %d bytes", head.inflatedSize());
    }
    return bytes.at(body, head.size());
  }

  /** An error of this column. */
  ParquetDecodingException broken(String problem, Object... numbers) {
    return new ParquetDecodingException(
        "column " + column.getPath()[0] + ": " + problem.formatted(numbers));
  }
}
