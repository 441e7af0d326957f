/** How the cost of a module grows with its size. */
package dev.coldstart.stats.size;
