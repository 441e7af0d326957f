/** Plans, spawns, checks, appends. Knows no runtime and no fixture by name. */
package dev.coldstart.launcher;
