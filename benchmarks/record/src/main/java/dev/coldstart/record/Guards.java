package dev.coldstart.record;

/**
 * State of the machine while a block ran, apart from the launches. Null if the platform does not provide a value. A
 * part is a fraction of 1.
 *
 * @param load load average over the last minute, at the block's end
 * @param stealPart fraction of the processors' time that the hypervisor gave to others
 * @param throttledPart fraction of the block's time in which the container was throttled
 * @param othersPart fraction of the processors' time that processes outside this run used
 * @param cpuPressurePart fraction of the block's time in which some task waited for a processor, including the
 * launches' own threads
 * @param ioPressurePart the same for the disk
 * @param memoryPressurePart the same for memory
 * @param governor frequency governor at the block's end
 * @param otherJvms number of JVMs outside this run at the block's end
 * @param freeBytes free space in bytes on the disk of the run's folder, at the block's end
 */
public record Guards(Double load, Double stealPart, Double throttledPart, Double othersPart, Double cpuPressurePart,
    Double ioPressurePart, Double memoryPressurePart, String governor, Integer otherJvms, Long freeBytes) {}
