/** The history of the nights: its lines, the findings in it, its page, and its form for other tools. */
package dev.coldstart.report.trend;
