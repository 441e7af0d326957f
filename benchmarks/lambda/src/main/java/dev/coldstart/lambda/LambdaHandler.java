package dev.coldstart.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.HandlerInstance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A handler for the platform's own Java client: the client makes one, and gives it the events. It makes its instance
 * ready when it is made, as handlers do whose start-up the platform is to see as initialisation.
 *
 * <p>The system properties whose names are here say what it runs. The event {@link #END} ends the process with a
 * report, as a child's.
 */
public final class LambdaHandler implements RequestStreamHandler {

  /** The class of the child. */
  public static final String CHILD = "coldstart.child";

  /** The child's arguments but for the event, by name. */
  public static final String FIXTURE = "coldstart.fixture";
  public static final String MODULE = "coldstart.module";
  public static final String ENTRY = "coldstart.entry";
  public static final String IMPORTS = "coldstart.imports";

  /** No fixture has this event. */
  public static final String END = "{\"coldstart\":\"end\"}";

  private final ColdStart child;
  private final HandlerInstance handler;
  private byte[] last = new byte[0];

  public LambdaHandler() throws Exception {
    child = (ColdStart) Class.forName(System.getProperty(CHILD)).getDeclaredConstructor().newInstance();
    handler = child.ready(System.getProperty(FIXTURE), System.getProperty(MODULE), System.getProperty(ENTRY),
        System.getProperty(IMPORTS));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readAllBytes();
    if (new String(event, StandardCharsets.UTF_8).equals(END)) {
      child.end(last);
    }
    try {
      last = handler.handle(event);
    } catch (IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new UncheckedIOException(new IOException(failure));
    }
    out.write(last);
  }
}
