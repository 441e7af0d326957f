/**
 * The results of a run, for people and for programs. Views hold text that is ready to be shown; templates in
 * {@code src/main/jte}, in a folder named like their view's package, escape and arrange it. Knows no runtime and no
 * fixture by name: names, order and reasons come from the data. The packages, from the lowest up:
 *
 * <ul> <li>{@code html}: templates and the script of a page <li>{@code text}: names of arms and runtimes, quantities,
 * verdicts and phases in words <li>{@code chart}: SVG, axes and curves <li>{@code run}: a run and its summary prepared
 * for all sections, its status and findings <li>{@code answer}, {@code scenario}, {@code jmh}, {@code noise}: the
 * sections of a run's page <li>{@code tune}, {@code history}: pages of a tuning, of two runs and of all runs
 * <li>{@code page}: the page of a run, which combines the sections <li>{@code export}: the same answers as a picture, a
 * badge and Markdown </ul>
 */
package dev.coldstart.report;
