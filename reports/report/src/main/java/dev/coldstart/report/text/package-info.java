/** What statistics found, in words: for the page, the console and the files alike. */
package dev.coldstart.report.text;
