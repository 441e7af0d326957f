/** The files for other programs that are made of a run: written, and read again where runs are listed. */
package dev.coldstart.report.export;
