package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client of the Lambda Runtime API, as small as a custom runtime can be: one connection, kept open, and no parser but
 * for lines. Loaded only if {@link ColdStart#RUNTIME_API} asks for it.
 */
final class RuntimeApi implements Closeable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String ID = "lambda-runtime-aws-request-id:";
  private static final String LENGTH = "content-length:";

  /** Far above the platform's 6 MB. */
  private static final int MOST_EVENT_BYTES = 64 << 20;

  private final String host;
  private final Socket socket;
  private final InputStream in;

  /** Of the event that was taken last. */
  private String id;

  /** @param host name and port, separated by a colon */
  RuntimeApi(String host) throws IOException {
    int colon = host.lastIndexOf(':');
    this.host = host;
    socket = new Socket(InetAddress.getByName(host.substring(0, colon)), Integer.parseInt(host.substring(colon + 1)));
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Answers events. A failure of the handler is reported to the API, and thrown.
   *
   * @param count how many
   * @return the last response
   */
  byte[] serve(HandlerInstance handler, int count) throws Exception {
    byte[] response = null;
    for (int i = 0; i < count; i++) {
      byte[] event = exchange("GET ", "invocation/next", null);
      try {
        response = handler.handle(event);
      } catch (Throwable failure) {
        fail("invocation/".concat(id).concat("/error"), failure);
        throw failure;
      }
      exchange("POST ", "invocation/".concat(id).concat("/response"), response);
    }
    return response;
  }

  /** Reports that no event can be answered. */
  void failInit(Throwable failure) throws IOException {
    fail("init/error", failure);
  }

  private void fail(String path, Throwable failure) throws IOException {
    String message = "{\"errorMessage\":\"" + escaped(String.valueOf(failure.getMessage())) + "\",\"errorType\":\""
        + escaped(failure.getClass().getName()) + "\"}";
    exchange("POST ", path, message.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        escaped.append('\\');
      }
      escaped.append(letter < ' ' ? ' ' : letter);
    }
    return escaped.toString();
  }

  /** Sends a request, and returns the body of its response. */
  private byte[] exchange(String method, String path, byte[] body) throws IOException {
    int length = body == null ? 0 : body.length;
    byte[] head = (method + ROOT + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " + length + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + length];
    System.arraycopy(head, 0, request, 0, head.length);
    if (body != null) {
      System.arraycopy(body, 0, request, head.length, length);
    }
    socket.getOutputStream().write(request);
    String status = line();
    int contentLength = 0;
    String header = line();
    while (!header.isEmpty()) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith(LENGTH)) {
        contentLength = Integer.parseInt(header.substring(LENGTH.length()).trim());
      } else if (name.startsWith(ID)) {
        id = header.substring(ID.length()).trim();
      }
      header = line();
    }
    if (contentLength > MOST_EVENT_BYTES) {
      throw new IOException("an event of " + contentLength + " bytes");
    }
    byte[] content = in.readNBytes(contentLength);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IOException("the Runtime API answered " + status);
    }
    return content;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the Runtime API closed the connection");
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString().trim();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
