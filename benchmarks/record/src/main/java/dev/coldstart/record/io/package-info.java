/** Reads and writes what a run's folder and a tuning's folder hold, and checks what it reads. */
package dev.coldstart.record.io;
