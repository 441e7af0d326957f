package dev.coldstart.launcher.machine;

/** The harness's own version, from its jar. */
public final class Version {

  private Version() {}

  public static String ofThis() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
