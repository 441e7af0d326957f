/** The phases measured with JMH: two benchmark classes over the SPI, and the driver that starts one fork at a time. */
package dev.coldstart.jmh;
