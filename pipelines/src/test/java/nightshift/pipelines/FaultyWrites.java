package nightshift.pipelines;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Stands before SQLite's driver, counts the writes of all connections, and has one of them fail as
 * it does on a full disk. The program is as it is: it gets its connections from it.
 */
final class FaultyWrites implements Driver, AutoCloseable {
  private static final Set<String> WRITES = Set.of("executeUpdate", "executeBatch", "commit");

  private final JDBC sqlite = new JDBC();
  private final List<Driver> replaced = Collections.list(DriverManager.getDrivers());
  private final AtomicInteger count = new AtomicInteger();
  private final int failing;

  /**
   * @param failing the write that fails, the first is 1; 0 for none
   */
  FaultyWrites(int failing) throws SQLException {
    this.failing = failing;
    for (Driver driver : replaced) {
      DriverManager.deregisterDriver(driver);
    }
    DriverManager.registerDriver(this);
  }

  /** How many writes there were. */
  int count() {
    return count.get();
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
    for (Driver driver : replaced) {
      DriverManager.registerDriver(driver);
    }
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection connection = sqlite.connect(url, info);
    return connection == null ? null : wrap(Connection.class, connection);
  }

  private <T> T wrap(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (WRITES.contains(method.getName()) && count.incrementAndGet() == failing) {
                throw new SQLiteException("[SQLITE_FULL] on purpose", SQLiteErrorCode.SQLITE_FULL);
              }
              try {
                return wrapResult(method.invoke(real, args));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Object wrapResult(Object result) {
    if (result instanceof PreparedStatement prepared) {
      return wrap(PreparedStatement.class, prepared);
    }
    return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
  }

  @Override
  public boolean acceptsURL(String url) {
    return sqlite.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return sqlite.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return sqlite.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return sqlite.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return sqlite.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
