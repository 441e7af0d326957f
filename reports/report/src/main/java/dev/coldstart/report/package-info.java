/**
 * The page. Views hold text that is ready to be shown, templates in {@code src/main/jte} escape it and set it, and
 * {@link dev.coldstart.report.Svg} draws. Knows no runtime and no fixture by name: names, order and reasons come from
 * the data.
 */
package dev.coldstart.report;
