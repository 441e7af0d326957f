/**
 * Launches beside the headline: how calls get warm, what live instances take, and what starts at once do to each other.
 */
package dev.coldstart.launcher.scenario;
