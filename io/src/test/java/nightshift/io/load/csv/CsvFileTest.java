package nightshift.io.load.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final String BAR = "2013-02-08 10.5 12.0 9.0 11.0 1000.0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,open,high,low,close,volume\n2013-02-08,10.5,12,9,11,1000",
        "Date,Open,High,Low,Close,Volume\r\n2013-02-08,10.5,12,9,11,1000\r\n\r\n",
        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nA.US,D,20130208,000000,10.5,12,9,11,1000",
        "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<SPREAD>\n2013.02.08\t10.5\t12\t9\t11\t1000\t1",
        "timestamp,1. open,2. high,3. low,4. close,5. volume\n2013-02-08,10.5,12,9,11,1000",
        "Datum;x\nDate;Close;Volume;Open;High;Low\n08.02.2013;11,00;1.000;10,5;12,0;9,0\n13.02.2013;;;;;",
        "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"Feb 08, 2013\",\"11.00\",\"10.50\",\"12.00\",\"9.00\",\"1.00K\",\"0.1%\"",
        "Date,Close/Last,Volume,Open,High,Low\n02/08/2013,$11.00,\"1,000\",$10.50,$12.00,$9.00\n02/13/2013,,,,,",
        "Price,Close,High,Low,Open,Volume\nTicker,A,A,A,A,A\nDate,,,,,\n2013-02-08,11,12,9,10.5,1000",
        ",close,high,low,open,volume\n2013-02-08,11,12,9,10.5,1000",
        "# made by hand\n\nclose|high|low|open|volume|time\n11|12|9|10.5|1000|1360281600"
      })
  void theLayoutsThatPeopleHave(String text) throws IOException {
    assertThat(bars(text)).containsExactly(BAR);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
    String text = "\uFEFFdate,open,high,low,close,volume\n2013-02-08,10.5,12,9,11,1000\n";
    assertThat(bars(text.getBytes(UTF_8))).containsExactly(BAR);
    assertThat(bars(text.getBytes(UTF_16LE))).containsExactly(BAR);
  }

  @Test
  void theAdjustedCloseIsApartFromTheClose() throws IOException {
    CsvFile file = file("Date,Close,Adj Close\n2013-02-08,11,5.5\n2013-02-11,12,null\n");
    Row row = new Row();
    assertThat(file.next(row)).isTrue();
    assertThat(row.close).isEqualTo(11);
    assertThat(row.adjustedClose).isEqualTo(5.5);
    assertThat(row.open).isNaN();
    assertThat(file.next(row)).isTrue();
    assertThat(row.problem).isNull();
    assertThat(row.adjustedClose).isNaN();
    assertThat(file.next(row)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void rowsThatCannotBeTakenAreNamedWithTheirLine(String end) throws IOException {
    CsvFile file =
        file(
            ("symbol,date,open,close\n\nA,2013-02-08,1,null\nA,2013-02-31,1,1\nA,2013-02-08,x,1\n"
                    + "A,2013-02-08\n,2013-02-08,1,1\nA,2013-02-08,1,0\n\"A,2013-02-08,1,1\nA,2013-02-08,0,1\n")
                .replace("\n", end));
    List<String> problems = new ArrayList<>();
    Row row = new Row();
    while (file.next(row)) {
      problems.add(row.line + " " + row.problem);
    }
    assertThat(problems)
        .containsExactly(
            "3 MISSING_CLOSE",
            "4 BAD_DATE",
            "5 UNREADABLE",
            "6 UNREADABLE",
            "7 BAD_SYMBOL",
            "8 MISSING_CLOSE",
            "9 UNREADABLE",
            "10 null");
    assertThat(row.open).as("an open of 0").isNaN();
  }

  @Test
  void aColumnOfTickersCalledNameHoldsSymbolsAndCompanyNamesDoNot() throws IOException {
    assertThat(file("date,close,Name\n2013-02-08,1,AAL\n").hasSymbols()).isTrue();
    assertThat(file("date,close,Name\n2013-02-08,1,Delta Air\n").hasSymbols()).isFalse();
    assertThat(file("date,close,Name,ticker\n2013-02-08,1,X,DAL\n").hasSymbols()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a table", "open,high\n1,2", "2013-02-08,1,2,3,4"})
  void whatHasNoHeaderIsUnusable(String text) {
    assertThatThrownBy(() -> file(text)).isInstanceOf(UnusableFileException.class);
  }

  @Test
  void linesBeyondTheHeadAreReadAndAnEndlessOneCostsOneRow() throws IOException {
    StringBuilder text = new StringBuilder("date,close\n");
    int rows = 400_000;
    for (int i = 0; i < rows; i++) {
      text.append("2013-02-08,1.25\n");
    }
    text.append("x".repeat(5 << 20)).append("\n2013-02-11,7\n");
    CsvFile file = file(text.toString());
    Row row = new Row();
    for (int i = 0; i < rows; i++) {
      assertThat(file.next(row)).isTrue();
    }
    assertThat(file.next(row)).isTrue();
    assertThat(row.problem).isEqualTo(Rule.UNREADABLE);
    assertThat(row.dateText.length()).isLessThanOrEqualTo(LineReader.LONGEST);
    assertThat(file.next(row)).isTrue();
    assertThat(row.close).isEqualTo(7);
    assertThat(row.line).isEqualTo(rows + 3L);
    assertThat(file.next(row)).isFalse();
  }

  /** The rows that can be taken, as text. */
  private static List<String> bars(String text) throws IOException {
    return bars(text.getBytes(UTF_8));
  }

  private static List<String> bars(byte[] text) throws IOException {
    CsvFile file = CsvFile.of(new ByteArrayInputStream(text), DateOrder.AUTO);
    List<String> bars = new ArrayList<>();
    Row row = new Row();
    while (file.next(row)) {
      if (row.problem == null) {
        bars.add(
            String.join(
                " ",
                LocalDate.ofEpochDay(row.day).toString(),
                "" + row.open,
                "" + row.high,
                "" + row.low,
                "" + row.close,
                "" + row.volume));
      }
    }
    return bars;
  }

  private static CsvFile file(String text) throws IOException {
    return CsvFile.of(new ByteArrayInputStream(text.getBytes(UTF_8)), DateOrder.AUTO);
  }
}
