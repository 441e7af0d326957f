/** The main of a measured child and its report. Depends only on the contract in {@code dev.coldstart.spi}. */
package dev.coldstart.child;
