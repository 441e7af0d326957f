/** The files for other programs that are made from a run. They are read again to list runs. */
package dev.coldstart.report.export;
