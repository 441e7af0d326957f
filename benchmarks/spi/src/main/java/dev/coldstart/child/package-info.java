/**
 * The main of a measured child and the report that it writes. Knows the contract in {@code dev.coldstart.spi} alone.
 */
package dev.coldstart.child;
