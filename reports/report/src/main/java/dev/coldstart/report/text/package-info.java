/** Statistical results in words, for the page, the console and the files. */
package dev.coldstart.report.text;
