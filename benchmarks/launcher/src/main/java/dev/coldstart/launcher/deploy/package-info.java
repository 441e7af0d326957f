/** Arms as functions of AWS Lambda: an archive of each, and descriptions that deploy them. */
package dev.coldstart.launcher.deploy;
