package nightshift.pipelines.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a page brings along: its styles, its own script, and uPlot, which draws the lines. The
 * policy lets a browser run these and nothing else, by their hashes, and connect to nobody.
 */
public final class Assets {
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private final String style;
  private final String charts;
  private final String script;
  private final String policy;

  private Assets(String connect) {
    style = text(UPLOT + "uPlot.min.css") + text("page.css");
    charts = text(UPLOT + "uPlot.iife.min.js");
    script = text("page.js");
    policy =
        "default-src 'none'; base-uri 'none'; form-action %s; img-src data:; connect-src %s;"
                .formatted(connect, connect)
            + " style-src '%s'; script-src '%s' '%s'"
                .formatted(hash(style), hash(charts), hash(script));
  }

  /** Of a file that is opened from a disk. */
  public static Assets ofFile() {
    return new Assets("'none'");
  }

  /** Of a page that asks the server that it came from for news. */
  public static Assets ofServer() {
    return new Assets("'self'");
  }

  String style() {
    return style;
  }

  String charts() {
    return charts;
  }

  String script() {
    return script;
  }

  /** The content security policy. */
  public String policy() {
    return policy;
  }

  private static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the program itself", e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
