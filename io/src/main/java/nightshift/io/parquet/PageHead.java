package nightshift.io.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/**
 * What stands before a page. All numbers are claims.
 *
 * @param bodyStart where the page itself begins
 * @param size stored bytes of the page
 * @param inflatedSize bytes after inflating, levels included
 * @param values rows of a data page, with a value or without; entries of a dictionary
 * @param levelEncoding encoding of the levels that say which rows have a value
 * @param levelBytes bytes of the levels where they stand before the compressed ones (version 2)
 * @param compressed whether the column's codec was used
 */
record PageHead(
    PageType type,
    int bodyStart,
    int size,
    int inflatedSize,
    int values,
    Encoding encoding,
    Encoding levelEncoding,
    int levelBytes,
    boolean compressed) {

  /**
   * Reads a header.
   *
   * @param start its first byte, inclusive
   * @param end the last byte of the chunk, exclusive
   * @throws EOFException when it does not end before {@code end}
   * @throws IOException when there is none
   */
  static PageHead read(byte[] bytes, int start, int end) throws IOException {
    int body = CompactStruct.end(bytes, start, end);
    if (body < 0) {
      throw new EOFException("the header of a page does not end");
    }
    PageHeader header = Util.readPageHeader(new ByteArrayInputStream(bytes, start, body - start));
    if (header.isSetData_page_header()) {
      DataPageHeader page = header.getData_page_header();
      Encoding levels = page.getDefinition_level_encoding();
      return of(header, body, page.getNum_values(), page.getEncoding(), levels, 0, true);
    }
    if (header.isSetData_page_header_v2()) {
      DataPageHeaderV2 page = header.getData_page_header_v2();
      if (page.getRepetition_levels_byte_length() != 0) {
        throw new IOException("a page has levels of repetition, its column has one value a row");
      }
      int levels = page.getDefinition_levels_byte_length();
      boolean compressed = page.isIs_compressed();
      return of(
          header, body, page.getNum_values(), page.getEncoding(), Encoding.RLE, levels, compressed);
    }
    if (header.isSetDictionary_page_header()) {
      DictionaryPageHeader page = header.getDictionary_page_header();
      return of(header, body, page.getNum_values(), page.getEncoding(), Encoding.RLE, 0, true);
    }
    return of(header, body, 0, Encoding.PLAIN, Encoding.RLE, 0, false);
  }

  private static PageHead of(
      PageHeader header,
      int body,
      int values,
      Encoding encoding,
      Encoding levelEncoding,
      int levelBytes,
      boolean compressed) {
    return new PageHead(
        header.getType(),
        body,
        header.getCompressed_page_size(),
        header.getUncompressed_page_size(),
        values,
        encoding,
        levelEncoding,
        levelBytes,
        compressed);
  }

  boolean isDictionary() {
    return type == PageType.DICTIONARY_PAGE;
  }

  boolean isData() {
    return type == PageType.DATA_PAGE || type == PageType.DATA_PAGE_V2;
  }

  boolean isVersion2() {
    return type == PageType.DATA_PAGE_V2;
  }
}
