package dev.coldstart.record;

/**
 * What the machine did while a block ran, apart from the launches; null where the platform does not tell. A part is one
 * of 1.
 *
 * @param load the load average over the last minute, at the block's end
 * @param stealPart of the processors' time, what the hypervisor gave to others
 * @param throttledPart of the block's time, what the container was not let run
 * @param othersPart of the processors' time, what processes outside this run used
 * @param cpuPressurePart of the block's time in which some task waited for a processor; the launches' own threads too
 * @param ioPressurePart likewise for the disk
 * @param memoryPressurePart likewise for memory
 * @param governor the frequency governor at the block's end
 * @param otherJvms JVMs outside this run at the block's end
 * @param freeBytes on the disk of the run's folder, at the block's end
 */
public record Guards(Double load, Double stealPart, Double throttledPart, Double othersPart, Double cpuPressurePart,
    Double ioPressurePart, Double memoryPressurePart, String governor, Integer otherJvms, Long freeBytes) {}
