/** The contract between a runtime's adapter and its callers. Depends on nothing else. */
package dev.coldstart.spi;
