package nightshift.io.market;

/** The statements that list the symbols of a table of bars. */
final class SymbolSql {
  private SymbolSql() {}

  /** Steps from symbol to symbol through an index: as many look-ups as there are symbols. */
  static String steps(BarTable table) {
    return """
        WITH RECURSIVE step(symbol) AS (
          SELECT min(%1$s) FROM %2$s
          UNION ALL
          SELECT (SELECT min(%1$s) FROM %2$s WHERE %1$s > step.symbol)
          FROM step WHERE step.symbol IS NOT NULL)
        SELECT symbol FROM step WHERE symbol IS NOT NULL"""
        .formatted(table.quoted(Field.SYMBOL), table.quoted());
  }

  /** Walks over the whole table, where there is no index to step through. */
  static String scan(BarTable table) {
    return "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s IS NOT NULL"
        .formatted(table.quoted(Field.SYMBOL), table.quoted());
  }
}
