/** The data contract between a run and its reports: the content of a run's folder. See SCHEMA.md in this folder. */
package dev.coldstart.record;
