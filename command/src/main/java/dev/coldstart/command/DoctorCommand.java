package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Checks whether this machine is fit to measure, and says what to fix.",
    exitCodeListHeading = ExitCodes.HEADING, exitCodeList = {"0:fit to measure", "1:something to fix"},
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    List<Doctor.Finding> findings = Doctor.examine(Checkout.find());
    findings.stream()
        .filter(finding -> !finding.good())
        .forEach(finding -> System.out.println("FIX: " + finding.text()));
    findings.stream().filter(Doctor.Finding::good).forEach(finding -> System.out.println("ok   " + finding.text()));
    return findings.stream().allMatch(Doctor.Finding::good) ? 0 : ExitCodes.OF_FAILED;
  }
}
