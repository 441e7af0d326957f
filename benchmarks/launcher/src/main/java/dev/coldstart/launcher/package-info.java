/** Plans, starts and checks launches and records them. Knows no runtime and no fixture by name. */
package dev.coldstart.launcher;
