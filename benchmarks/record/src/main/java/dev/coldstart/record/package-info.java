/** The data contract between a run and its reports: what a run's folder holds. See SCHEMA.md beside this file. */
package dev.coldstart.record;
