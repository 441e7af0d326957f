/** The campaign in which the harness proves itself: a tool for those who maintain it. */
package dev.coldstart.validation;
