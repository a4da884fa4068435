package nightshift.io.load;

import nightshift.io.load.csv.DateOrder;
import nightshift.io.load.csv.Limits;

/**
 * What an import cannot find out by itself.
 *
 * @param dates what a date like 01/02/2013 means
 * @param limits how much may be unpacked
 */
public record ImportOptions(DateOrder dates, Limits limits) {
  public static final ImportOptions DEFAULT = new ImportOptions(DateOrder.AUTO, Limits.DEFAULT);
}
