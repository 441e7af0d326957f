/**
 * The contract between a runtime's adapter and what drives it, and the main of a measured child. Knows nothing else.
 */
package dev.coldstart.spi;

