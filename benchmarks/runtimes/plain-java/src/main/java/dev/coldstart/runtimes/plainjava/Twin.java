package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;

/** The class beside this one that is named as the fixture is: {@code ApiEvent} for {@code api-event}. */
final class Twin implements ParsedModule, CompiledModule {

  private final String fixture;

  Twin(String fixture) {
    this.fixture = fixture;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() throws ReflectiveOperationException {
    return new TwinInstance((Handler) find().getDeclaredConstructor().newInstance());
  }

  @Override
  public void close() {}

  private Class<?> find() throws ClassNotFoundException {
    String name = className();
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      throw new ClassNotFoundException("no Java twin of fixture " + fixture + ": add class " + name, absent);
    }
  }

  private String className() {
    // A builder, for "+" starts the JDK's machinery for dynamic call sites, which takes longer than many a handler.
    StringBuilder name = new StringBuilder(64).append(Twin.class.getPackageName()).append('.');
    boolean startsWord = true;
    for (int i = 0; i < fixture.length(); i++) {
      char letter = fixture.charAt(i);
      if (letter != '-') {
        name.append(startsWord ? Character.toUpperCase(letter) : letter);
      }
      startsWord = letter == '-';
    }
    return name.toString();
  }
}
