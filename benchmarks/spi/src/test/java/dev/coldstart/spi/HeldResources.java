package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Resources that this process holds after a garbage collection. Outside Linux only heap and temporary files are known;
 * the other values are 0 on both sides of a comparison.
 *
 * @param addressSpaceBytes grows with all native memory that is not released, touched or not
 */
record HeldResources(long heapBytes, long residentBytes, long addressSpaceBytes, long openFiles, long temporaryFiles) {

  private static final Cleaner CLEANER = Cleaner.create();
  private static final Path PROC = Path.of("/proc/self");

  /** Half of the smallest memory of an instance, a page of 64 KiB. */
  private static final long HEAP_BYTES_PER_INSTANCE = 32 << 10;

  /** Generous, because the collector decides how much of the heap it keeps. */
  private static final long RESIDENT_BYTES_PER_INSTANCE = 512 << 10;

  /** Engines reserve 4 GiB or more for a memory. */
  private static final long ADDRESS_SPACE_BYTES_PER_INSTANCE = 64 << 20;

  static HeldResources ofThisProcess() throws IOException, InterruptedException {
    // Two collections: objects with a cleaner are released after the first, by a thread that must get to run.
    CountDownLatch cleaned = new CountDownLatch(1);
    CLEANER.register(new Object(), cleaned::countDown);
    System.gc();
    assertThat(cleaned.await(1, TimeUnit.MINUTES)).as("a cleaner ran").isTrue();
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return new HeldResources(jvm.totalMemory() - jvm.freeMemory(), statusBytes("VmRSS:"), statusBytes("VmSize:"),
        entries(PROC.resolve("fd")), entries(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** Whether the growth exceeds bounds that a leak in every instance would exceed by far. */
  boolean isAbove(HeldResources before, int instances) {
    try {
      assertNotAbove(before, instances);
      return false;
    } catch (AssertionError above) {
      return true;
    }
  }

  void assertNotAbove(HeldResources before, int instances) {
    assertThat(heapBytes - before.heapBytes).as("heap bytes").isLessThan(instances * HEAP_BYTES_PER_INSTANCE);
    assertThat(residentBytes - before.residentBytes).as("resident bytes")
        .isLessThan(instances * RESIDENT_BYTES_PER_INSTANCE);
    assertThat(addressSpaceBytes - before.addressSpaceBytes).as("address space in bytes")
        .isLessThan(instances * ADDRESS_SPACE_BYTES_PER_INSTANCE);
    assertThat(openFiles - before.openFiles).as("open files").isLessThan(instances / 2);
    assertThat(temporaryFiles - before.temporaryFiles).as("temporary files").isLessThan(instances / 2);
  }

  private static long statusBytes(String key) throws IOException {
    if (!Files.exists(PROC)) {
      return 0;
    }
    for (String line : Files.readAllLines(PROC.resolve("status"), StandardCharsets.ISO_8859_1)) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.substring(key.length(), line.indexOf(" kB")).trim()) * 1024;
      }
    }
    return 0;
  }

  private static long entries(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? 0 : names.length;
  }
}
