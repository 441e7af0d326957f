package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The main of a small JVM that starts a program over and over and prints what each start took, in ns. In a JVM of its
 * own because the launch mechanism is one for the whole life of a JVM.
 */
public final class SpawnProbe {

  private SpawnProbe() {}

  /** @param args the program, how often it is started before it counts, and how often it counts */
  public static void main(String[] args) throws IOException {
    Path program = Path.of(args[0]);
    int warmup = Integer.parseInt(args[1]);
    long[] tookNs = new long[Integer.parseInt(args[2])];
    for (int i = -warmup; i < tookNs.length; i++) {
      long ns = TrivialProgram.start(program);
      if (i >= 0) {
        tookNs[i] = ns;
      }
    }
    for (long ns : tookNs) {
      System.out.println(ns);
    }
  }
}
