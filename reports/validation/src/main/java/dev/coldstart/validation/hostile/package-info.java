/** Modules that are damaged or extreme, given to every adapter, many in one process. */
package dev.coldstart.validation.hostile;
