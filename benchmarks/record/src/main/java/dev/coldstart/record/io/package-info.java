/** Reads, checks and writes the files of run folders and tuning folders. */
package dev.coldstart.record.io;
