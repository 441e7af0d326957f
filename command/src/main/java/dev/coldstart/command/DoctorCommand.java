package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "doctor",
    description = "Looks at the machine and the build, and says what would spoil a measurement and what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final int EXIT_SOMETHING_IS_WRONG = 1;

  @Override
  public Integer call() {
    List<Doctor.Finding> findings = Doctor.examine(Checkout.find());
    findings.forEach(finding -> System.out.println((finding.good() ? "ok    " : "mend  ") + finding.text()));
    return findings.stream().allMatch(Doctor.Finding::good) ? 0 : EXIT_SOMETHING_IS_WRONG;
  }
}
