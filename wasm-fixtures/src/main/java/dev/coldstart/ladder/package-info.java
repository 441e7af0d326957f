/** Modules of given shapes and sizes, made to show how a runtime's cost grows with the module. */
package dev.coldstart.ladder;
