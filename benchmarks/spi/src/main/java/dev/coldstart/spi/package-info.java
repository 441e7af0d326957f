/** The contract between a runtime's adapter and whatever drives it. Knows nothing else. */
package dev.coldstart.spi;
