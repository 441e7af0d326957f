/** The section about the cost of a module's size. */
package dev.coldstart.report.size;
