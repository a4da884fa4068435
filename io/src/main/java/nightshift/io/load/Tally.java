package nightshift.io.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.load.ImportSummary.Blemish;
import nightshift.io.load.ImportSummary.FileAside;

/** Counts what happens to rows and files. Every row read is counted once as taken or set aside. */
final class Tally {
  long rowsRead;
  long bars;
  int symbols;
  int firstDay = Integer.MAX_VALUE;
  int lastDay = Integer.MIN_VALUE;
  final Map<String, Blemish> setAside = new TreeMap<>();
  final Map<String, Blemish> taken = new TreeMap<>();
  final List<FileAside> files = new ArrayList<>();

  void setAside(String rule, long rows, String example) {
    count(setAside, rule, rows, example);
  }

  /** Rows that are in the store although something about them is odd. */
  void takenWith(String rule, long rows, String example) {
    count(taken, rule, rows, example);
  }

  private static void count(
      Map<String, Blemish> blemishes, String rule, long rows, String example) {
    if (rows > 0) {
      blemishes.merge(rule, new Blemish(rule, rows, example), Blemish::plus);
    }
  }

  void fileAside(String name, String reason) {
    files.add(new FileAside(name, reason));
  }

  /** The bars of one more symbol are in the store. */
  void stored(SymbolBars stored) {
    symbols++;
    bars += stored.size();
    firstDay = Math.min(firstDay, stored.days()[0]);
    lastDay = Math.max(lastDay, stored.days()[stored.size() - 1]);
  }

  /** Adds what was counted in one file, once it is known that the file was readable to its end. */
  void add(Tally file) {
    rowsRead += file.rowsRead;
    file.setAside.values().forEach(b -> setAside(b.rule(), b.rows(), b.example()));
    file.taken.values().forEach(b -> takenWith(b.rule(), b.rows(), b.example()));
  }
}
