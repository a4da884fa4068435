package nightshift.io.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** header. */
record PageHead(
    PageType type,
    int size,
    int inflatedSize,
    int values,
    Encoding encoding,
    Encoding levelEncoding,
    int levelBytes,
    boolean compressed,
    int bodyStart) {

  static PageHead read(byte[] bytes, int start, int end) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, start, end - start);
    PageHeader header = Util.readPageHeader(in);
    int body = end - in.available();
    return switch (header.type) {
      case DATA_PAGE ->
          new PageHead(
              header.type,
              header.compressed_page_size,
              header.uncompressed_page_size,
              header.data_page_header.num_values,
              header.data_page_header.encoding,
              header.data_page_header.definition_level_encoding,
              -1,
              true,
              body);
      case DATA_PAGE_V2 ->
          new PageHead(
              header.type,
              header.compressed_page_size,
              header.uncompressed_page_size,
              header.data_page_header_v2.num_values,
              header.data_page_header_v2.encoding,
              Encoding.RLE,
              header.data_page_header_v2.definition_levels_byte_length
                  + header.data_page_header_v2.repetition_levels_byte_length,
              header.data_page_header_v2.is_compressed,
              body);
      case DICTIONARY_PAGE ->
          new PageHead(
              header.type,
              header.compressed_page_size,
              header.uncompressed_page_size,
              header.dictionary_page_header.num_values,
              header.dictionary_page_header.encoding,
              Encoding.RLE,
              0,
              true,
              body);
      case INDEX_PAGE ->
          new PageHead(header.type, header.compressed_page_size, 0, 0, null, null, 0, false, body);
    };
  }
}
