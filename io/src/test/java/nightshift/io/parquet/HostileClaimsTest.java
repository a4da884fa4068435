package nightshift.io.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import nightshift.io.market.SmallHeap;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.InvalidRecordException;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers in a file that no file of its size can keep. */
class HostileClaimsTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { required double close; }");

  @TempDir Path folder;

  /** A file of ten rows of which the footer was changed. */
  private Path fileWith(Consumer<FileMetaData> change) throws IOException {
    Path file = folder.resolve("a.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .withType(SCHEMA)
            .build()) {
      for (int i = 0; i < 10; i++) {
        Group row = new SimpleGroup(SCHEMA);
        row.add("close", 1.0 + i);
        writer.write(row);
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    int start = bytes.length - 8 - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    change.accept(footer);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, changed);
    ByteBuffer tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt(changed.size()).put("PAR1".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(Arrays.copyOf(bytes, start));
    whole.write(changed.toByteArray());
    whole.write(tail.array());
    return Files.write(file, whole.toByteArray());
  }

  @Test
  void opensAFileOfWhichTheFooterIsTrue() throws IOException {
    assertThat(ParquetFile.open(fileWith(footer -> {})).rows()).isEqualTo(10);
  }

  @Test
  void refusesAColumnLargerThanTheFile() throws IOException {
    Path file =
        fileWith(
            f -> f.row_groups.get(0).columns.get(0).meta_data.total_compressed_size = 1L << 40);
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its footer puts column close at bytes");
  }

  @Test
  void refusesAColumnOutsideTheFile() throws IOException {
    Path file =
        fileWith(f -> f.row_groups.get(0).columns.get(0).meta_data.data_page_offset = 1L << 40);
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its footer puts column close at bytes");
  }

  @Test
  void refusesMoreRowsThanValues() throws IOException {
    Path file = fileWith(f -> f.row_groups.get(0).num_rows = 11);
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("claims 11 rows for 10 values of column close");
  }

  /** Some 100,000 column chunks, of which one column's are wanted. */
  @Test
  void keepsOnlyWhatIsWantedOfALargeFooter() throws Exception {
    Path file =
        fileWith(
            f -> {
              for (int i = 0; i < 200; i++) {
                addColumn(f, "c" + i);
              }
              f.row_groups.addAll(Collections.nCopies(500, f.row_groups.get(0)));
            });
    assertThat(SmallHeap.run(40, OpensOneColumn.class, file)).isEqualTo("501 chunks, 5010 rows");
  }

  private static void addColumn(FileMetaData footer, String name) {
    SchemaElement element = footer.schema.get(1).deepCopy();
    element.setName(name);
    footer.schema.add(element);
    footer.schema.get(0).setNum_children(footer.schema.size() - 1);
    ColumnChunk chunk = footer.row_groups.get(0).columns.get(0).deepCopy();
    chunk.meta_data.setPath_in_schema(List.of(name));
    footer.row_groups.get(0).columns.add(chunk);
  }

  /** Opens a file for its column {@code close}. */
  static final class OpensOneColumn {
    private OpensOneColumn() {}

    public static void main(String[] path) throws IOException {
      ParquetFile file = ParquetFile.open(Path.of(path[0]), names -> List.of("close"));
      System.out.println(file.chunks() + " chunks, " + file.rows() + " rows");
    }
  }

  @Test
  void refusesAFooterThatIsLargerThanIsRead() throws IOException {
    Path file =
        fileWith(f -> f.addToKey_value_metadata(new KeyValue("x".repeat(ReadLimits.FOOTER_BYTES))));
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is larger than the 16777216 that are read");
  }

  @Test
  void refusesMoreRowGroupsThanAreRemembered() throws IOException {
    Path file =
        fileWith(
            f -> f.row_groups.addAll(Collections.nCopies(ReadLimits.CHUNKS, f.row_groups.get(0))));
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("write it with larger row groups");
  }

  @Test
  void takesNoMemoryForATextThatIsNotThere() throws IOException {
    // Field 1, a text of 2^30 bytes.
    byte[] claim = {0x18, -128, -128, -128, -128, 4, 0};
    assertThat(CompactStruct.end(claim, 0, claim.length)).isEqualTo(-1);
    // Field 1, a list of 2^30 numbers.
    byte[] list = {0x19, (byte) 0xf5, -128, -128, -128, -128, 4, 0};
    assertThat(CompactStruct.end(list, 0, list.length)).isEqualTo(-1);
    // Field 1, the number 3; the end.
    assertThat(CompactStruct.end(new byte[] {0x15, 6, 0, 7}, 0, 4)).isEqualTo(3);
  }

  /** In a thread with a small stack, as those of a run are. */
  private static Throwable thrownBy(ThrowingCallable work) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(null, () -> thrown[0] = catchThrowable(work), "small stack", 256 << 10);
    thread.start();
    thread.join();
    return thrown[0];
  }

  @Test
  void refusesListsInLists() throws Exception {
    byte[] lists = new byte[1 << 20];
    // Field 1, a list of one list of one list ...
    Arrays.fill(lists, (byte) 0x19);
    assertThat(thrownBy(() -> CompactStruct.end(lists, 0, lists.length)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void refusesColumnsInGroupsInGroups() throws Exception {
    Path file =
        fileWith(
            f -> {
              SchemaElement column = f.schema.remove(1);
              for (int i = 0; i < ReadLimits.COLUMNS - 10; i++) {
                SchemaElement group = f.schema.get(0).deepCopy();
                group.setName("g" + i).setNum_children(1);
                f.schema.add(group);
              }
              f.schema.add(column);
            });
    assertThat(thrownBy(() -> ParquetFile.open(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void refusesMoreChildrenThanThereAre() throws IOException {
    for (int children : new int[] {-1, Integer.MIN_VALUE, 2, Integer.MAX_VALUE}) {
      Path file = fileWith(f -> f.schema.get(0).setNum_children(children));
      assertThatThrownBy(() -> ParquetFile.open(file).column("close"))
          .as("%s children", children)
          .isInstanceOfAny(IOException.class, InvalidRecordException.class);
      Files.delete(file);
    }
  }

  @Test
  void refusesFewerRowsThanNone() throws IOException {
    Path file = fileWith(f -> f.row_groups.get(0).num_rows = -1);
    assertThatThrownBy(() -> ParquetFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("claims -1 rows");
  }
}
